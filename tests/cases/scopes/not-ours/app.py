"""Names that are like ours, on values that are not: nothing is found here, and nothing is told."""

import requests
import stripe
from boto3 import client as aws
from dataclasses import dataclass
from desk import Client, models


class Client2:
    def __init__(self):
        self.people = People()


class People:
    def list(self):
        return []

    def get(self, name):
        return name


other = Client2()
other.people.list()
other.people.get("1")
stripe.people.list()
stripe.Stripe().reports.list()
aws("x").status.get()
session = requests.Session()
session.status.get()
people = {"a": 1}
people.get("a")
status = {}
status.get("b")


@dataclass
class Client3:
    people: dict[str, str]
    reports: list[str]

    def run(self):
        self.people.get("a")
        self.reports.list()


def typed(people: dict[str, str], status: "requests.Response", reports: list[str]):
    people.get("a")
    status.get("a")
    reports.list()


def shadowed(Client):
    Client().people.list()


shadowed(Client2)


def local():
    Client = Client2
    Client().people.list()


models.Person()
Client.server_url
