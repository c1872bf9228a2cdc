import app
from app import clients as c
from app.clients import Manager, client as shared

from .. import nowhere


def run(manager: Manager) -> None:
    app.get_client().people.get("through the package")
    c.client.people.create()
    shared.people.delete("1")
    manager.client.people.list()
    c.Manager().client.reports.list()
    nowhere.client.people.notes.list("1")
