from functools import lru_cache
from pydantic_settings import BaseSettings

class Settings(BaseSettings):
    hubspot_token: str
    hubspot_timeout: float = 10.0

@lru_cache
def get_settings() -> Settings:
    return Settings()
