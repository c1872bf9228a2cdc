from desk import Client

Client().status.get()
