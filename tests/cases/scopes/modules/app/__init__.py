from .clients import get_client

__all__ = ["get_client"]
