/* Writing the settings file, one text after the other.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A disk may take its time, so a thread waits for it. Whoever cannot wait for
 * the thread writes at once; an older text is never written over a newer one.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _BrightSettingsWriter BrightSettingsWriter;

BrightSettingsWriter *bright_settings_writer_new (const char *path);
void bright_settings_writer_unref (BrightSettingsWriter *self);

/* The file (transfer none). */
const char *bright_settings_writer_get_path (const BrightSettingsWriter *self);

/* Writes before it returns, after what a thread is writing. */
gboolean
bright_settings_writer_write (BrightSettingsWriter *self, const char *text, GError **error);

/* Writes in a thread and returns a boolean through @task. */
void
bright_settings_writer_write_in_thread (BrightSettingsWriter *self, const char *text, GTask *task);

/* The text that a task was about (transfer none). */
const char *bright_settings_writer_get_text (GTask *task);

G_END_DECLS
