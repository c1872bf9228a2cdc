"""Names of before lead to the operations of today."""

from names_former import Client
from names_former.resources.zoo.beasts import Beasts

client = Client()
client.pets.get("a", "b")
client.pets.fetch("a", "b")
client.animals.list_pets()
client.animals.list_pets_all()
client.zoo.beasts.list_pets()
client.pets.buy(name="x")


def old(beasts: Beasts):
    beasts.list_pets_all()
