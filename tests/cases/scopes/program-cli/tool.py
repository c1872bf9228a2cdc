#!/usr/bin/env python
import argparse, json, os, sys
import click
import hubspot_meetings
from hubspot_meetings import Client, StatusError

@click.group()
@click.option("--token", envvar="HUBSPOT_TOKEN")
@click.pass_context
def cli(ctx, token):
    ctx.obj = Client(access_token=token)

@cli.command()
@click.pass_obj
def links(client: Client):
    for link in client.scheduler.meetings.meeting_links.list_all():
        click.echo(link.slug)

@cli.command()
@click.argument("slug")
@click.pass_context
def availability(ctx, slug):
    client = ctx.obj
    click.echo(client.scheduler.meetings.meeting_links.get_booking_availability_page(slug, timezone="UTC"))

@cli.command()
@click.argument("verb")
@click.argument("rest", nargs=-1)
@click.pass_obj
def raw(client: "hubspot_meetings.Client", verb, rest):
    method = getattr(client.scheduler.meetings.meeting_links, verb)
    click.echo(client.raw_response(method, *rest).content)

COMMANDS = {}
def register(fn):
    COMMANDS[fn.__name__] = fn
    return fn

@register
def create(client, args):
    client.scheduler.meetings.calendar.create(**args)

def main(argv=None):
    parser = argparse.ArgumentParser()
    parser.add_argument("command", choices=sorted(COMMANDS))
    ns = parser.parse_args(argv)
    with Client(access_token=os.environ["T"]) as client:
        try:
            COMMANDS[ns.command](client, vars(ns))
        except StatusError as e:
            print(e, file=sys.stderr)
            return 1

if __name__ == "__main__":
    sys.exit(main())
