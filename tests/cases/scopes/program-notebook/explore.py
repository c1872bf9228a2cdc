# %% [markdown]
# # Meeting links
# %%
import os
import pandas as pd
from hubspot_meetings import Client, v2026_03, v3
client = Client(access_token=os.environ["TOKEN"])
# %%
links = list(client.scheduler.meetings.meeting_links.list_all())
df = pd.DataFrame([l.to_dict() for l in links])
df.list = 3
df.head()
# %%
ml = client.scheduler.meetings.meeting_links
pages = {l.slug: ml.get_booking_availability_page(l.slug, timezone="UTC") for l in links[:3]}
# %%
for ver in (v3, v2026_03):
    with ver.Client(access_token=os.environ["TOKEN"]) as client:
        print(ver.__name__, len(list(client.scheduler.meetings.meeting_links.list_all())))
# %%
old = v3.Client()
old.scheduler.meetings.meeting_links.update("a", name="b")
res = [f(timezone="UTC", slug=s) for s in "ab" for f in (ml.get_booking_info, ml.get_booking_availability_page)]
df["info"] = df.slug.apply(lambda s: ml.get_booking_info(s, timezone="UTC"))
df["x"] = df.slug.map(ml.list)
