"""Sync."""
from crm_sync.service import BookingService
