from contextlib import asynccontextmanager
from fastapi import FastAPI
from hubspot_meetings import AsyncClient
from app.api import meetings
from app.core.config import get_settings

@asynccontextmanager
async def lifespan(app: FastAPI):
    app.state.hubspot = AsyncClient(access_token=get_settings().hubspot_token)
    try:
        yield
    finally:
        await app.state.hubspot.aclose()

app = FastAPI(lifespan=lifespan)
app.include_router(meetings.router)

@app.get("/health")
async def health():
    await app.state.hubspot.scheduler.meetings.meeting_links.list(limit=1)
    return {"ok": True}
