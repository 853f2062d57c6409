/* The settings file: written after a change, read again when others change it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-settings-file-private.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

/* Programs that do not replace a file as a whole write it in parts. */
#define MOMENT_FOR_OTHERS (200 * G_TIME_SPAN_MILLISECOND)

enum
{
  PROP_0,
  PROP_PROBLEM,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (BrightSettingsFile, bright_settings_file, G_TYPE_OBJECT)

/* ---- Problems ---- */

const char *
bright_settings_file_get_problem (BrightSettingsFile *self)
{
  return self->read_problem[0] != '\0' ? self->read_problem : self->write_problem;
}

/* Takes @text. */
static void
set_problem (BrightSettingsFile *self, char **field, char *text)
{
  g_autofree char *before = g_strdup (bright_settings_file_get_problem (self));

  g_free (*field);
  *field = text;
  if (!g_str_equal (before, bright_settings_file_get_problem (self)))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROBLEM]);
}

/* One line, even if several values are wrong. */
static char *
join_lines (const GError *error)
{
  g_auto (GStrv) lines = g_strsplit (error->message, "\n", -1);

  return g_strjoinv ("; ", lines);
}

void
bright_settings_file_tell_of_reading (BrightSettingsFile *self, const GError *error)
{
  g_autofree char *why = error != NULL ? join_lines (error) : NULL;

  /* Translators: the placeholder says what is wrong. */
  set_problem (self, &self->read_problem,
               why == NULL ? g_strdup ("")
                           : g_strdup_printf (_ ("The settings file holds something that was not "
                                                 "taken over: %s"),
                                              why));
}

void
bright_settings_file_tell_of_writing (BrightSettingsFile *self, const GError *error)
{
  g_autofree char *why = error != NULL ? join_lines (error) : NULL;

  /* Translators: the placeholder says what is wrong. */
  set_problem (self, &self->write_problem,
               why == NULL ? g_strdup ("")
                           : g_strdup_printf (_ ("The settings could not be saved, which is tried "
                                                 "again with the next change: %s"),
                                              why));
}

/* ---- Reading ---- */

void
bright_settings_file_cancel_call (BrightSettingsFile *self, guint *call)
{
  if (*call != 0)
    bright_clock_cancel_call (self->clock, *call);
  *call = 0;
}

static void
add_keys (GHashTable *set, GHashTable *keys)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, keys);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_hash_table_add (set, key);
}

/* Whether a setting is the same in both. */
static gboolean
is_same (BrightSettings *one, BrightSettings *other, const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, ".", 2);
  g_autoptr (JsonNode) own
      = bright_settings_group_dup_json (bright_settings_get_group (one, parts[0]), parts[1]);
  g_autoptr (JsonNode) their
      = bright_settings_group_dup_json (bright_settings_get_group (other, parts[0]), parts[1]);

  return json_node_equal (own, their);
}

/* Somebody may have answered a change of the file with one of ours. */
static void
keep_answers (BrightSettingsFile *self, BrightSettings *other)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->told);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (!is_same (self->settings, other, key))
      {
        g_hash_table_add (self->changed, g_strdup (key));
        bright_settings_file_write_later (self);
      }
  g_hash_table_remove_all (self->told);
}

/* What was changed here and is in no file yet stays as it is here. */
static void
take_over (BrightSettingsFile *self, BrightSettings *other)
{
  g_autoptr (GHashTable) keep = g_hash_table_new (g_str_hash, g_str_equal);

  add_keys (keep, self->changed);
  add_keys (keep, self->on_the_way);
  self->is_taking_over = TRUE;
  bright_settings_take_over (self->settings, other, keep);
  self->is_taking_over = FALSE;
  keep_answers (self, other);
}

/* Returns FALSE if the file holds something that cannot be taken over. */
gboolean
bright_settings_file_read (BrightSettingsFile *self)
{
  g_autoptr (BrightSettings) other = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (!bright_settings_read_text (bright_settings_writer_get_path (self->writer), &text, &error))
    {
      bright_settings_file_tell_of_reading (self, error);
      return FALSE;
    }
  if (text == NULL)
    {
      /* Nothing is forgotten because its file was removed. */
      g_clear_pointer (&self->known, g_free);
      bright_settings_file_tell_of_reading (self, NULL);
      return TRUE;
    }
  if (g_strcmp0 (text, self->known) != 0 && g_strcmp0 (text, self->sent) != 0)
    {
      other = bright_settings_load_text (text, NULL, &error);
      if (other == NULL)
        {
          bright_settings_file_tell_of_reading (self, error);
          return FALSE;
        }
      g_free (self->known);
      self->known = g_steal_pointer (&text);
      take_over (self, other);
    }
  bright_settings_file_tell_of_reading (self, NULL);
  return TRUE;
}

static void
read_now (gpointer user_data)
{
  BrightSettingsFile *self = user_data;
  gboolean was_broken = self->read_problem[0] != '\0';

  self->read_call = 0;
  /* What could not be written for the sake of a broken file can be written now. */
  if (bright_settings_file_read (self) && was_broken && g_hash_table_size (self->changed) > 0)
    bright_settings_file_write_later (self);
}

static void
file_changed_cb (BrightSettingsFile *self)
{
  if (self->read_call == 0)
    self->read_call = bright_clock_call_after (self->clock, MOMENT_FOR_OTHERS, read_now, self);
}

/* Looks at the file once its folder is there: looking for a folder wakes the machine up. */
void
bright_settings_file_look (BrightSettingsFile *self)
{
  g_autofree char *folder = g_path_get_dirname (bright_settings_writer_get_path (self->writer));
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;

  if (self->monitor != NULL || self->is_closed || !g_file_test (folder, G_FILE_TEST_IS_DIR))
    return;
  file = g_file_new_for_path (bright_settings_writer_get_path (self->writer));
  self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_WATCH_MOVES, NULL, &error);
  if (self->monitor == NULL)
    {
      g_message ("changes of the settings file are not noticed: %s", error->message);
      return;
    }
  g_signal_connect_object (self->monitor, "changed", G_CALLBACK (file_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

/* ---- Life ---- */

static void
setting_changed_cb (BrightSettingsFile *self, const char *key)
{
  if (self->is_closed)
    return;
  if (self->is_taking_over)
    {
      g_hash_table_add (self->told, g_strdup (key));
      return;
    }
  g_hash_table_add (self->changed, g_strdup (key));
  bright_settings_file_write_later (self);
}

BrightSettingsFile *
bright_settings_file_open (const char *path,
                           BrightClock *clock,
                           GPtrArray **warnings,
                           GError **error)
{
  g_autoptr (BrightSettingsFile) self = NULL;
  g_autoptr (BrightSettings) settings = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (path != NULL && BRIGHT_IS_CLOCK (clock), NULL);

  if (!bright_settings_read_text (path, &text, error))
    return NULL;
  settings = bright_settings_load_text (text != NULL ? text : "{}", warnings, error);
  if (settings == NULL)
    return NULL;
  self = g_object_new (BRIGHT_TYPE_SETTINGS_FILE, NULL);
  self->settings = g_steal_pointer (&settings);
  self->clock = g_object_ref (clock);
  self->writer = bright_settings_writer_new (path);
  self->known = g_steal_pointer (&text);
  g_signal_connect_object (self->settings, "changed", G_CALLBACK (setting_changed_cb), self,
                           G_CONNECT_SWAPPED);
  bright_settings_file_look (self);
  return g_steal_pointer (&self);
}

BrightSettings *
bright_settings_file_get_settings (BrightSettingsFile *self)
{
  g_return_val_if_fail (BRIGHT_IS_SETTINGS_FILE (self), NULL);

  return self->settings;
}

gboolean
bright_settings_file_exists (BrightSettingsFile *self)
{
  g_return_val_if_fail (BRIGHT_IS_SETTINGS_FILE (self), FALSE);

  return self->known != NULL;
}

static void
stop (BrightSettingsFile *self)
{
  self->is_closed = TRUE;
  bright_settings_file_cancel_call (self, &self->write_call);
  bright_settings_file_cancel_call (self, &self->read_call);
  if (self->monitor != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->monitor, self);
      g_file_monitor_cancel (self->monitor);
    }
  g_clear_object (&self->monitor);
}

void
bright_settings_file_close (BrightSettingsFile *self)
{
  g_return_if_fail (BRIGHT_IS_SETTINGS_FILE (self));

  if (self->is_closed)
    return;
  bright_settings_file_flush (self);
  stop (self);
}

static void
bright_settings_file_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_string (value, bright_settings_file_get_problem (BRIGHT_SETTINGS_FILE (object)));
}

static void
bright_settings_file_dispose (GObject *object)
{
  BrightSettingsFile *self = BRIGHT_SETTINGS_FILE (object);

  if (self->clock != NULL)
    stop (self);
  g_clear_object (&self->settings);
  g_clear_object (&self->clock);
  G_OBJECT_CLASS (bright_settings_file_parent_class)->dispose (object);
}

static void
bright_settings_file_finalize (GObject *object)
{
  BrightSettingsFile *self = BRIGHT_SETTINGS_FILE (object);

  g_clear_pointer (&self->writer, bright_settings_writer_unref);
  g_free (self->known);
  g_free (self->sent);
  g_hash_table_unref (self->changed);
  g_hash_table_unref (self->on_the_way);
  g_hash_table_unref (self->told);
  g_free (self->read_problem);
  g_free (self->write_problem);
  G_OBJECT_CLASS (bright_settings_file_parent_class)->finalize (object);
}

static void
bright_settings_file_class_init (BrightSettingsFileClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = bright_settings_file_get_property;
  object_class->dispose = bright_settings_file_dispose;
  object_class->finalize = bright_settings_file_finalize;
  properties[PROP_PROBLEM]
      = g_param_spec_string ("problem", NULL, NULL, "",
                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bright_settings_file_init (BrightSettingsFile *self)
{
  self->changed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->on_the_way = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->read_problem = g_strdup ("");
  self->write_problem = g_strdup ("");
}
