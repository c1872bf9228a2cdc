from app.jobs import *
from missing.module import client
from tools import far

client.people.notes.create("a module that is not there")
app.clients.shared_by_all = app.get_client()
far(app.get_client())
