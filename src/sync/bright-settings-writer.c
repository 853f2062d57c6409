/* Writing the settings file, one text after the other.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-settings-writer.h"

#include "bright-settings.h"

struct _BrightSettingsWriter
{
  GMutex mutex;
  char *path;
  guint number;  /* of the latest text; used by the main thread only */
  guint written; /* the number of the latest text that was written; guarded by the mutex */
};

/* What a thread is given. */
typedef struct
{
  BrightSettingsWriter *writer; /* (owned) */
  char *text;
  guint number;
} Writing;

static void
writer_clear (gpointer data)
{
  BrightSettingsWriter *self = data;

  g_mutex_clear (&self->mutex);
  g_free (self->path);
}

BrightSettingsWriter *
bright_settings_writer_new (const char *path)
{
  BrightSettingsWriter *self = g_atomic_rc_box_new0 (BrightSettingsWriter);

  g_mutex_init (&self->mutex);
  self->path = g_strdup (path);
  return self;
}

void
bright_settings_writer_unref (BrightSettingsWriter *self)
{
  g_atomic_rc_box_release_full (self, writer_clear);
}

const char *
bright_settings_writer_get_path (const BrightSettingsWriter *self)
{
  return self->path;
}

static gboolean
write_text (BrightSettingsWriter *self, const char *text, guint number, GError **error)
{
  gboolean success = TRUE;

  g_mutex_lock (&self->mutex);
  if (number > self->written)
    {
      success = bright_settings_write_text (text, self->path, error);
      if (success)
        self->written = number;
    }
  g_mutex_unlock (&self->mutex);
  return success;
}

gboolean
bright_settings_writer_write (BrightSettingsWriter *self, const char *text, GError **error)
{
  return write_text (self, text, ++self->number, error);
}

static void
writing_free (gpointer data)
{
  Writing *writing = data;

  bright_settings_writer_unref (writing->writer);
  g_free (writing->text);
  g_free (writing);
}

static void
write_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Writing *writing = task_data;
  GError *error = NULL;

  if (write_text (writing->writer, writing->text, writing->number, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
bright_settings_writer_write_in_thread (BrightSettingsWriter *self, const char *text, GTask *task)
{
  Writing *writing = g_new0 (Writing, 1);

  writing->writer = g_atomic_rc_box_acquire (self);
  writing->text = g_strdup (text);
  writing->number = ++self->number;
  g_task_set_task_data (task, writing, writing_free);
  g_task_run_in_thread (task, write_in_thread);
}

const char *
bright_settings_writer_get_text (GTask *task)
{
  return ((Writing *)g_task_get_task_data (task))->text;
}
