from desk import Client

Client().people.get("1")
