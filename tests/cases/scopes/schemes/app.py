from desk import Client

with Client() as client:
    client.people.list()
    client.people.delete("1")
    client.reports.list()
