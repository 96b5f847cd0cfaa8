#!/bin/sh
RING=ZoweKeyring
tsocmd "RACDCERT ADDRING($RING) ID(ZWESVUSR)"
