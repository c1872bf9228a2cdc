from desk import Client

Client().exports.list()
