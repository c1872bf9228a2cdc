"""Everything that cannot be followed is told."""

import importlib
import sys

from elsewhere import ApiClient, app, handle
from desk import Client, v1

client = Client()


def untyped(api):
    api.people.list()
    api.people.notes.create("1")


handle(client)
handle(client.people, key=[client])
app.state.client = client
app["client"] = client
app.state.client.people.get("1")
setattr(app, "other", client)

getattr(client.people, sys.argv[1])("1")
getattr(client, f"peo{'ple'}").get("1")
importlib.import_module(f"desk.{sys.argv[1]}").Client()

client.raw_response(sys.argv[1])
client.call(None, {})
client.people.book()
v1.Client().reports.list()
v1.Client().people.notes.list("1")
ApiClient().people.get("1")
people = undefined
people.get("1")
exec("client.people.get(1)")
print(client, isinstance(client, Client))
