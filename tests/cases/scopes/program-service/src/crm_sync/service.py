import logging
from dataclasses import dataclass, field
from hubspot_meetings.v2026_03 import Client as C
from hubspot_meetings import v3
from .factory import ClientFactory
log = logging.getLogger(__name__)

class Base:
    def __init__(self, *, client):
        self.client = client
        self._links = self.client.scheduler.meetings.meeting_links
    @property
    def calendar(self):
        return self.client.scheduler.meetings.calendar

class BookingService(Base):
    def __init__(self, client: C, factory: ClientFactory, legacy: v3.Client | None = None):
        super().__init__(client=client)
        self.factory, self.legacy = factory, legacy
        self.handlers = {"book": self._links.book, "info": self._info}
    def _info(self, slug):
        return self._links.get_booking_info(slug, timezone="UTC")
    def run(self, action, **kw):
        log.info("running %s with %r", action, self.client)
        return self.handlers[action](**kw)
    def invite(self, **kw):
        return self.calendar.create(**kw)
    def rename(self, slug, name):
        if self.legacy is None:
            raise RuntimeError
        self.legacy.scheduler.meetings.meeting_links.update(slug, name=name)
    def portal_links(self, portal):
        client = self.factory(portal)
        return list(client.scheduler.meetings.meeting_links.list_all())

@dataclass
class Report:
    service: BookingService
    rows: list = field(default_factory=list)
    def build(self):
        for link in self.service._links.list_all():
            self.rows.append(link)
        self.service.client.scheduler.meetings.meeting_links.list(limit=1)
