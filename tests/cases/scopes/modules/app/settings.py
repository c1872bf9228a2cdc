def make():
    from .clients import Client

    return Client()
