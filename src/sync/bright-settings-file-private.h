/* The settings file: what its two files share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-settings-file.h"
#include "bright-settings-writer.h"

G_BEGIN_DECLS

struct _BrightSettingsFile
{
  GObject parent_instance;

  BrightSettings *settings;
  BrightClock *clock;
  BrightSettingsWriter *writer; /* (owned) */
  GFileMonitor *monitor;        /* (owned) (nullable): once there is a folder to look at */
  char *known;                  /* (nullable): the file's text when it was last read or written */
  char *sent;                   /* (nullable): the text that a thread is writing */
  GHashTable *changed;          /* (element-type utf8): keys that wait to be written */
  GHashTable *on_the_way;       /* (element-type utf8): keys that a thread is writing */
  GHashTable *told; /* (element-type utf8): keys that changed while a file is taken over */
  guint write_call;
  guint read_call;
  gboolean is_taking_over;
  gboolean is_closed;
  char *read_problem;  /* "" for none */
  char *write_problem; /* "" for none */
};

/* Says what is wrong with what others wrote, and with what we want to write; NULL: nothing. */
void bright_settings_file_tell_of_reading (BrightSettingsFile *self, const GError *error);
void bright_settings_file_tell_of_writing (BrightSettingsFile *self, const GError *error);

/* Takes over what others wrote; FALSE if that cannot be. */
gboolean bright_settings_file_read (BrightSettingsFile *self);

/* Notices changes from now on, if the folder is there. */
void bright_settings_file_look (BrightSettingsFile *self);

/* Writes in a moment. */
void bright_settings_file_write_later (BrightSettingsFile *self);

/* Calls of the clock that were made and have not come. */
void bright_settings_file_cancel_call (BrightSettingsFile *self, guint *call);

G_END_DECLS
