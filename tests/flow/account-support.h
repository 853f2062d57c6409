/* A profile that a test opens by itself, with nothing in it at first.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-sync-accounts.h"
#include "practice.h"

G_BEGIN_DECLS

/**
 * Place:
 * @folder: holds the profile's two folders, which are not there at first
 * @settings_path: its settings file
 * @journal_path: its journal
 * @clock: its clock, which moves while a test waits
 * @service: (nullable): once it was opened
 *
 * Where a profile is.
 */
typedef struct
{
  char *folder;
  char *settings_path;
  char *journal_path;
  BrightClock *clock;
  BrightSyncService *service;
} Place;

Place *place_new (void);
void place_free (Place *place);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Place, place_free)

/* Opens the profile; fails the test if that fails. */
void place_open (Place *place);
/* Closes it, if it is open. */
void place_close (Place *place);

/* Writes the settings file as another program does: JSON text with apostrophes. */
void place_write (Place *place, const char *text);
/* The text of the settings file (transfer full); "" if there is none. */
char *place_read (Place *place);
/* What a setting is in the file, as JSON text (transfer full); "" if it is not there. */
char *place_read_setting (Place *place, const char *path);

/* Waits until a setting is something in the file. */
void place_wait_for_file (Place *place, const char *path, const char *json);
/* Waits until a setting is something in the model. */
void place_wait_for_model (Place *place, const char *group, const char *key, const char *json);
/* Waits until the problem of the settings begins with a text; "" for none at all. */
void place_wait_for_problem (Place *place, const char *beginning);
/* Lets the clock and the main loop run for a while, to see that something does not happen. */
void place_run (Place *place);
void place_wait (Place *place, GAsyncResult **result);

BrightSettingsGroup *place_get_group (Place *place, const char *name);
char *place_dup (Place *place, const char *group, const char *key);

/* Points the profile at a practice store, without tokens. */
void place_connect (Place *place, Practice *practice);

G_END_DECLS
