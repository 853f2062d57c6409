/* The day from which on orders are synced.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-go-live-step.h"

#include "bright-resources.h"
#include "bright-time.h"

#include <glib/gi18n.h>

struct _BrightGoLiveStep
{
  AdwBin parent_instance;

  GtkCalendar *calendar;
  GtkLabel *label;

  BrightSettingsGroup *schedule; /* (owned) (nullable): until it is disposed of */
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (BrightGoLiveStep, bright_go_live_step, ADW_TYPE_BIN)

static void
show_day (BrightGoLiveStep *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (self->calendar);
  /* Translators: a day, as g_date_time_format() takes it, for example "24 November 2026". */
  g_autofree char *words = g_date_time_format (day, _ ("%-e %B %Y"));
  g_autofree char *text = g_strdup_printf (_ ("Orders placed on %s or later are synced."), words);

  gtk_label_set_label (self->label, text);
}

void
bright_go_live_step_apply (BrightGoLiveStep *self)
{
  g_autoptr (GDateTime) picked = NULL;
  g_autoptr (GDateTime) morning = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (BRIGHT_IS_GO_LIVE_STEP (self) && self->schedule != NULL);

  picked = gtk_calendar_get_date (self->calendar);
  morning = g_date_time_new_local (g_date_time_get_year (picked), g_date_time_get_month (picked),
                                   g_date_time_get_day_of_month (picked), 0, 0, 0);
  text = bright_time_format (g_date_time_to_unix (morning));
  g_object_set (self->schedule, "go-live", text, NULL);
}

static void
day_selected_cb (BrightGoLiveStep *self)
{
  show_day (self);
  if (!self->is_filling && self->schedule != NULL)
    bright_go_live_step_apply (self);
}

/* A day that was not chosen yet is today. */
static void
fill (BrightGoLiveStep *self)
{
  g_autofree char *text = bright_settings_group_dup_text (self->schedule, "go-live");
  g_autoptr (GDateTime) day = NULL;
  gint64 seconds = 0;

  if (bright_time_parse (text, &seconds, NULL) && seconds > 0)
    day = g_date_time_new_from_unix_local (seconds);
  if (day == NULL)
    day = g_date_time_new_now_local ();
  self->is_filling = TRUE;
  gtk_calendar_select_day (self->calendar, day);
  self->is_filling = FALSE;
  show_day (self);
}

/* The arrows of a calendar have no names of their own, and come in this order. */
static void
name_arrows (GtkWidget *widget, guint *n_named)
{
  static const char *const names[]
      = { N_ ("Previous month"), N_ ("Next month"), N_ ("Previous year"), N_ ("Next year") };

  if (GTK_IS_BUTTON (widget) && *n_named < G_N_ELEMENTS (names))
    {
      gtk_widget_set_tooltip_text (widget, _ (names[*n_named]));
      gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _ (names[*n_named]), -1);
      ++*n_named;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    name_arrows (child, n_named);
}

static void
bright_go_live_step_dispose (GObject *object)
{
  BrightGoLiveStep *self = BRIGHT_GO_LIVE_STEP (object);

  g_clear_object (&self->schedule);
  gtk_widget_dispose_template (GTK_WIDGET (self), BRIGHT_TYPE_GO_LIVE_STEP);
  G_OBJECT_CLASS (bright_go_live_step_parent_class)->dispose (object);
}

static void
bright_go_live_step_class_init (BrightGoLiveStepClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  bright_resources_ensure ();
  G_OBJECT_CLASS (klass)->dispose = bright_go_live_step_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/BrightConnect/bright-go-live-step.ui");
  gtk_widget_class_bind_template_child (widget_class, BrightGoLiveStep, calendar);
  gtk_widget_class_bind_template_child (widget_class, BrightGoLiveStep, label);
  gtk_widget_class_bind_template_callback (widget_class, day_selected_cb);
}

static void
bright_go_live_step_init (BrightGoLiveStep *self)
{
  guint n_named = 0;

  gtk_widget_init_template (GTK_WIDGET (self));
  name_arrows (GTK_WIDGET (self->calendar), &n_named);
}

GtkWidget *
bright_go_live_step_new (BrightSyncService *service)
{
  BrightGoLiveStep *self = g_object_new (BRIGHT_TYPE_GO_LIVE_STEP, NULL);
  BrightSettings *settings = bright_sync_service_get_settings (service);

  self->schedule = g_object_ref (bright_settings_get_group (settings, "schedule"));
  fill (self);
  return GTK_WIDGET (self);
}
