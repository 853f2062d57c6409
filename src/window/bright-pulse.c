/* When the window reads the journal anew: as the sync gets further, but not for each order.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-pulse.h"

#define MILLISECONDS_BETWEEN_BEATS 500

struct _BrightPulse
{
  GObject parent_instance;

  GtkWidget *widget; /* (unowned) (nullable): once it is gone */
  gboolean is_due;   /* something changed since the last beat */
  gint64 last_beat;  /* monotonic microseconds */
  guint timer;
};

enum
{
  BEAT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BrightPulse, bright_pulse, G_TYPE_OBJECT)

static void
beat (gpointer user_data)
{
  BrightPulse *self = user_data;

  self->timer = 0;
  self->is_due = FALSE;
  self->last_beat = g_get_monotonic_time ();
  g_signal_emit (self, signals[BEAT], 0);
}

/* What nobody sees is read when it is seen. */
static void
plan (BrightPulse *self)
{
  gint64 passed = (g_get_monotonic_time () - self->last_beat) / G_TIME_SPAN_MILLISECOND;

  if (self->timer != 0 || !self->is_due || self->widget == NULL
      || !gtk_widget_get_mapped (self->widget))
    return;
  self->timer = g_timeout_add_once (
      passed >= MILLISECONDS_BETWEEN_BEATS ? 0 : (guint)(MILLISECONDS_BETWEEN_BEATS - passed), beat,
      self);
}

void
bright_pulse_note (BrightPulse *self)
{
  g_return_if_fail (BRIGHT_IS_PULSE (self));

  self->is_due = TRUE;
  plan (self);
}

static void
bright_pulse_dispose (GObject *object)
{
  BrightPulse *self = BRIGHT_PULSE (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_weak_pointer (&self->widget);
  G_OBJECT_CLASS (bright_pulse_parent_class)->dispose (object);
}

static void
bright_pulse_class_init (BrightPulseClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = bright_pulse_dispose;
  signals[BEAT] = g_signal_new ("beat", BRIGHT_TYPE_PULSE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
}

static void
bright_pulse_init (BrightPulse *self)
{
  self->is_due = TRUE;
  self->last_beat = G_MININT64 / 2;
}

BrightPulse *
bright_pulse_new (BrightSyncService *service, GtkWidget *widget)
{
  static const char *const moves[] = { "notify::done", "notify::state", "notify::attention" };
  BrightPulse *self = g_object_new (BRIGHT_TYPE_PULSE, NULL);

  g_set_weak_pointer (&self->widget, widget);
  for (gsize i = 0; i < G_N_ELEMENTS (moves); i++)
    g_signal_connect_object (service, moves[i], G_CALLBACK (bright_pulse_note), self,
                             G_CONNECT_SWAPPED);
  g_signal_connect_object (widget, "map", G_CALLBACK (plan), self, G_CONNECT_SWAPPED);
  plan (self);
  return self;
}
