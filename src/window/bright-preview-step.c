/* A first look at what a sync would do.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-preview-step.h"

#include "bright-resources.h"

#include <glib/gi18n.h>
#include <string.h>

struct _BrightPreviewStep
{
  AdwBin parent_instance;

  GtkProgressBar *progress;
  GtkLabel *label;
  GtkWidget *cancel_button;
  GtkWidget *start_button;

  BrightSyncService *service; /* (owned) (nullable): until it is disposed of */
  GCancellable *cancellable;  /* (owned) (nullable): of the preview under way */
  gboolean is_complete;
};

G_DEFINE_FINAL_TYPE (BrightPreviewStep, bright_preview_step, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_IS_COMPLETE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

gboolean
bright_preview_step_is_complete (BrightPreviewStep *self)
{
  g_return_val_if_fail (BRIGHT_IS_PREVIEW_STEP (self), FALSE);

  return self->is_complete;
}

/* Orders of which a sales order would be made; one that is split counts once. */
static guint
count_created (const BrightSyncReport *report)
{
  g_autoptr (GHashTable) subjects = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < report->steps->len; i++)
    {
      const BrightStep *step = report->steps->pdata[i];

      if (strcmp (step->flow, "orders") == 0 && strcmp (step->verb, "create") == 0)
        g_hash_table_add (subjects, step->subject);
    }
  return g_hash_table_size (subjects);
}

static char *
describe (const BrightSyncReport *report)
{
  guint n_created = count_created (report);
  guint n_attention = report->attention->len;
  g_autofree char *created = g_strdup_printf (
      ngettext ("%u order would be created", "%u orders would be created", n_created), n_created);
  g_autofree char *attention
      = g_strdup_printf (ngettext ("%u needs you", "%u need you", n_attention), n_attention);

  /* Translators: for example "142 orders would be created, 3 need you; nothing is written yet." */
  return g_strdup_printf (_ ("%s, %s; nothing is written yet."), created, attention);
}

static void
show_running (BrightPreviewStep *self, gboolean is_running)
{
  gtk_widget_set_visible (GTK_WIDGET (self->progress), is_running);
  gtk_widget_set_visible (self->cancel_button, is_running);
  gtk_widget_set_visible (self->start_button, !is_running);
}

static void
show_progress (BrightPreviewStep *self)
{
  g_autofree char *text = NULL;
  guint done;
  guint total;

  if (self->cancellable == NULL)
    return;
  g_object_get (self->service, "done", &done, "total", &total, NULL);
  if (total == 0)
    return;
  text = g_strdup_printf (_ ("%u of %u orders"), MIN (done, total), total);
  gtk_progress_bar_set_fraction (self->progress, (double)MIN (done, total) / total);
  gtk_label_set_label (self->label, text);
}

static void
previewed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BrightPreviewStep) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BrightSyncReport) report
      = bright_sync_service_run_finish (BRIGHT_SYNC_SERVICE (source), result, &error);
  g_autofree char *text = NULL;

  if (self->service == NULL)
    return;
  g_clear_object (&self->cancellable);
  show_running (self, FALSE);
  if (report != NULL)
    text = describe (report);
  else if (bright_error_is_cancelled (error))
    text = g_strdup (_ ("Cancelled. Nothing was written."));
  else
    text = g_strdup_printf (_ ("There is no preview yet: %s"), error->message);
  gtk_label_set_label (self->label, text);
  if (report == NULL || self->is_complete)
    return;
  self->is_complete = TRUE;
  gtk_widget_remove_css_class (self->start_button, "suggested-action");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_COMPLETE]);
}

static void
start_clicked_cb (BrightPreviewStep *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_progress_bar_set_fraction (self->progress, 0.0);
  gtk_label_set_label (self->label, _ ("Reading both platforms…"));
  show_running (self, TRUE);
  gtk_widget_grab_focus (self->cancel_button);
  bright_sync_service_run_async (self->service, TRUE, NULL, self->cancellable, previewed_cb,
                                 g_object_ref (self));
}

static void
cancel_clicked_cb (BrightPreviewStep *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

static void
bright_preview_step_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, BRIGHT_PREVIEW_STEP (object)->is_complete);
}

/* Nobody waits for it any more. */
static void
bright_preview_step_unroot (GtkWidget *widget)
{
  BrightPreviewStep *self = BRIGHT_PREVIEW_STEP (widget);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  GTK_WIDGET_CLASS (bright_preview_step_parent_class)->unroot (widget);
}

static void
bright_preview_step_dispose (GObject *object)
{
  BrightPreviewStep *self = BRIGHT_PREVIEW_STEP (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->service);
  gtk_widget_dispose_template (GTK_WIDGET (self), BRIGHT_TYPE_PREVIEW_STEP);
  G_OBJECT_CLASS (bright_preview_step_parent_class)->dispose (object);
}

static void
bright_preview_step_class_init (BrightPreviewStepClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  bright_resources_ensure ();
  widget_class->unroot = bright_preview_step_unroot;
  object_class->get_property = bright_preview_step_get_property;
  object_class->dispose = bright_preview_step_dispose;
  properties[PROP_IS_COMPLETE]
      = g_param_spec_boolean ("is-complete", NULL, NULL, FALSE,
                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/BrightConnect/bright-preview-step.ui");
  gtk_widget_class_bind_template_child (widget_class, BrightPreviewStep, progress);
  gtk_widget_class_bind_template_child (widget_class, BrightPreviewStep, label);
  gtk_widget_class_bind_template_child (widget_class, BrightPreviewStep, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, BrightPreviewStep, start_button);
  gtk_widget_class_bind_template_callback (widget_class, start_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_clicked_cb);
}

static void
bright_preview_step_init (BrightPreviewStep *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
bright_preview_step_new (BrightSyncService *service)
{
  BrightPreviewStep *self = g_object_new (BRIGHT_TYPE_PREVIEW_STEP, NULL);

  self->service = g_object_ref (service);
  g_signal_connect_object (service, "notify::done", G_CALLBACK (show_progress), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (service, "notify::total", G_CALLBACK (show_progress), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
