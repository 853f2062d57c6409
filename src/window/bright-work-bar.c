/* The bar that tells how far a sync is, with the way to stop it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-work-bar.h"

#include "bright-resources.h"

#include <glib/gi18n.h>

/* A sync that is over sooner does not move the page about. */
#define MOMENT 700

struct _BrightWorkBar
{
  AdwBin parent_instance;

  GtkRevealer *revealer;
  GtkLabel *label;
  GtkProgressBar *progress;

  BrightSyncService *service; /* (owned) (nullable) until the profile is open */
  gboolean is_working;
  gboolean has_progress; /* in this sync; what the service says before is of the last one */
  guint moment;
};

G_DEFINE_FINAL_TYPE (BrightWorkBar, bright_work_bar, ADW_TYPE_BIN)

static void
show_progress (BrightWorkBar *self)
{
  g_autofree char *text = NULL;
  guint done;
  guint total;

  g_object_get (self->service, "done", &done, "total", &total, NULL);
  if (!self->has_progress || total == 0)
    {
      gtk_progress_bar_set_fraction (self->progress, 0);
      gtk_label_set_label (self->label, _ ("Looking for what changed…"));
      return;
    }
  done = MIN (done, total);
  text = g_strdup_printf (ngettext ("Working: %u of %u order", "Working: %u of %u orders", total),
                          done, total);
  gtk_label_set_label (self->label, text);
  gtk_progress_bar_set_fraction (self->progress, (double)done / total);
}

static void
moment_over_cb (gpointer user_data)
{
  BrightWorkBar *self = user_data;

  self->moment = 0;
  gtk_revealer_set_reveal_child (self->revealer, self->is_working);
}

static void
progress_changed_cb (BrightWorkBar *self)
{
  self->has_progress = self->is_working;
  show_progress (self);
}

static void
state_changed_cb (BrightWorkBar *self)
{
  g_autofree char *state = NULL;
  gboolean is_working;

  g_object_get (self->service, "state", &state, NULL);
  is_working = g_strcmp0 (state, "working") == 0;
  if (is_working == self->is_working)
    return;
  self->is_working = is_working;
  self->has_progress = FALSE;
  show_progress (self);
  if (is_working && self->moment == 0)
    self->moment = g_timeout_add_once (MOMENT, moment_over_cb, self);
  if (!is_working)
    {
      g_clear_handle_id (&self->moment, g_source_remove);
      gtk_revealer_set_reveal_child (self->revealer, FALSE);
    }
}

static void
bright_work_bar_dispose (GObject *object)
{
  BrightWorkBar *self = BRIGHT_WORK_BAR (object);

  g_clear_handle_id (&self->moment, g_source_remove);
  g_clear_object (&self->service);
  G_OBJECT_CLASS (bright_work_bar_parent_class)->dispose (object);
}

static void
bright_work_bar_class_init (BrightWorkBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bright_work_bar_dispose;
  bright_resources_ensure ();
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/BrightConnect/bright-work-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, BrightWorkBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, BrightWorkBar, label);
  gtk_widget_class_bind_template_child (widget_class, BrightWorkBar, progress);
}

static void
bright_work_bar_init (BrightWorkBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
bright_work_bar_set_service (BrightWorkBar *self, BrightSyncService *service)
{
  g_return_if_fail (BRIGHT_IS_WORK_BAR (self) && self->service == NULL);

  self->service = g_object_ref (service);
  g_signal_connect_object (service, "notify::state", G_CALLBACK (state_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (service, "notify::done", G_CALLBACK (progress_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (service, "notify::total", G_CALLBACK (progress_changed_cb), self,
                           G_CONNECT_SWAPPED);
  state_changed_cb (self);
}
