from fastapi import APIRouter, Depends, HTTPException
from pydantic import BaseModel
from hubspot_meetings import AsyncClient, NotFoundError
from app.core.deps import HubSpot, hubspot, shared_client

router = APIRouter(prefix="/meetings")

class Booking(BaseModel):
    slug: str
    email: str

@router.get("/links")
async def links(client: HubSpot, limit: int = 20):
    return [link async for link in client.scheduler.meetings.meeting_links.list_all(limit=limit)]

@router.get("/links/{slug}")
async def link(slug: str, client=Depends(hubspot)):
    try:
        return await client.scheduler.meetings.meeting_links.get_booking_info(slug, timezone="UTC")
    except NotFoundError:
        raise HTTPException(404)

@router.post("/book")
async def book(booking: Booking, client: AsyncClient = Depends(shared_client)):
    meetings = client.scheduler.meetings
    page = await meetings.meeting_links.get_booking_availability_page(booking.slug, timezone="UTC")
    return await meetings.meeting_links.book(slug=booking.slug, email=booking.email)
