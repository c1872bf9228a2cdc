from app.jobs import *
from missing.module import client

client.people.notes.create("a module that is not there")
app.clients.shared_by_all = app.get_client()
