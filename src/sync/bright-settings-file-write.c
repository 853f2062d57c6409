/* The settings file: writing it a moment after a change.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-settings-file-private.h"

#define MOMENT (500 * G_TIME_SPAN_MILLISECOND)

static void
move_keys (GHashTable *from, GHashTable *to)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, from);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      g_hash_table_add (to, key);
      g_hash_table_iter_steal (&iter);
    }
}

/* What was written is what the file has now, and its keys are no longer ours alone. */
static void
note_written (BrightSettingsFile *self, char *text)
{
  g_free (self->known);
  self->known = text;
  g_hash_table_remove_all (self->on_the_way);
  bright_settings_file_tell_of_writing (self, NULL);
  bright_settings_file_look (self);
}

static void
note_failure (BrightSettingsFile *self, const GError *error)
{
  move_keys (self->on_the_way, self->changed);
  bright_settings_file_tell_of_writing (self, error);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  BrightSettingsFile *self = BRIGHT_SETTINGS_FILE (source);
  const char *text = bright_settings_writer_get_text (G_TASK (result));
  gboolean more = g_hash_table_size (self->changed) > 0;
  g_autoptr (GError) error = NULL;
  gboolean success = g_task_propagate_boolean (G_TASK (result), &error);

  /* What came later has told how it went. */
  if (g_strcmp0 (text, self->sent) != 0)
    return;
  g_clear_pointer (&self->sent, g_free);
  if (success)
    note_written (self, g_strdup (text));
  else
    note_failure (self, error);
  if (more && !self->is_closed)
    bright_settings_file_write_later (self);
}

/* The text to be written; NULL if there is nothing to write, or the file holds something that must
 * not be written over. */
static char *
prepare (BrightSettingsFile *self)
{
  g_autofree char *text = NULL;

  /* What another program wrote a moment ago was perhaps not noticed yet. */
  if (!bright_settings_file_read (self))
    return NULL;
  bright_settings_choose_go_live (self->settings);
  text = bright_settings_dup_text (self->settings);
  /* Go-live is part of what is written now. */
  bright_settings_file_cancel_call (self, &self->write_call);
  if (g_strcmp0 (text, self->known) != 0)
    return g_steal_pointer (&text);
  g_hash_table_remove_all (self->changed);
  bright_settings_file_tell_of_writing (self, NULL);
  return NULL;
}

static void
write_now (gpointer user_data)
{
  BrightSettingsFile *self = user_data;
  g_autoptr (GTask) task = NULL;
  g_autofree char *text = NULL;

  self->write_call = 0;
  /* One after the other: the callback comes back to what changes meanwhile. */
  if (self->sent != NULL)
    return;
  text = prepare (self);
  if (text == NULL)
    return;
  move_keys (self->changed, self->on_the_way);
  self->sent = g_strdup (text);
  task = g_task_new (self, NULL, written_cb, NULL);
  g_task_set_source_tag (task, write_now);
  bright_settings_writer_write_in_thread (self->writer, text, task);
}

void
bright_settings_file_write_later (BrightSettingsFile *self)
{
  bright_settings_file_cancel_call (self, &self->write_call);
  self->write_call = bright_clock_call_after (self->clock, MOMENT, write_now, self);
}

void
bright_settings_file_flush (BrightSettingsFile *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (BRIGHT_IS_SETTINGS_FILE (self));

  bright_settings_file_cancel_call (self, &self->write_call);
  if (g_hash_table_size (self->changed) == 0 && self->sent == NULL)
    return;
  text = prepare (self);
  if (text == NULL)
    return;
  move_keys (self->changed, self->on_the_way);
  g_clear_pointer (&self->sent, g_free);
  if (bright_settings_writer_write (self->writer, text, &error))
    note_written (self, g_steal_pointer (&text));
  else
    note_failure (self, error);
}
