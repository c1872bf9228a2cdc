from __future__ import annotations
from collections.abc import AsyncIterator
from typing import Annotated
from fastapi import Depends, Request
from hubspot_meetings import AsyncClient
from .config import Settings, get_settings

async def hubspot(settings: Annotated[Settings, Depends(get_settings)]) -> AsyncIterator[AsyncClient]:
    async with AsyncClient(access_token=settings.hubspot_token, timeout=settings.hubspot_timeout) as client:
        yield client

HubSpot = Annotated[AsyncClient, Depends(hubspot)]

def shared_client(request: Request) -> AsyncClient:
    return request.app.state.hubspot
