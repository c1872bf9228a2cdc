"""A module that knows nothing of the API."""


def far(thing):
    return thing.people.get("handed far away")


def untouched(thing, client):
    thing.people.get("no client comes here")
    client.people.get("perhaps one does")
