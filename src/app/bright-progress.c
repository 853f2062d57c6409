/* A service's progress on a terminal.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-progress.h"

#include <stdio.h>
#include <unistd.h>

/* Samples are enough for a person, and cost nothing while thousands of orders pass. */
#define MILLISECONDS_BETWEEN_SAMPLES 300

struct _BrightProgress
{
  BrightSyncService *service; /* (owned) */
  gboolean is_terminal;
  char *shown; /* (owned) (nullable): what stands there now */
  guint timer;
};

static gboolean
show (gpointer user_data)
{
  BrightProgress *self = user_data;
  g_autofree char *text = NULL;

  g_object_get (self->service, "message", &text, NULL);
  if (text == NULL || *text == '\0' || g_strcmp0 (text, self->shown) == 0)
    return G_SOURCE_CONTINUE;
  g_printerr (self->is_terminal ? "\r\033[K%s" : "%s\n", text);
  g_free (self->shown);
  self->shown = g_steal_pointer (&text);
  return G_SOURCE_CONTINUE;
}

BrightProgress *
bright_progress_new (BrightSyncService *service)
{
  BrightProgress *self = g_new0 (BrightProgress, 1);

  self->service = g_object_ref (service);
  self->is_terminal = isatty (STDERR_FILENO);
  self->timer = g_timeout_add (MILLISECONDS_BETWEEN_SAMPLES, show, self);
  return self;
}

void
bright_progress_free (BrightProgress *self)
{
  if (self->is_terminal && self->shown != NULL)
    g_printerr ("\r\033[K");
  g_source_remove (self->timer);
  g_object_unref (self->service);
  g_free (self->shown);
  g_free (self);
}
