/* A setting that is a moment.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-setting-rows.h"

#include "bright-setting-link.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

struct _BrightTimeRow
{
  AdwActionRow parent_instance;

  BrightSettingLink *link; /* (owned) */
  GtkEntry *control;
  GtkMenuButton *button;
  GtkCalendar *calendar;
  gboolean is_typing; /* there is text that was not taken yet */
};

G_DEFINE_FINAL_TYPE (BrightTimeRow, bright_time_row, ADW_TYPE_ACTION_ROW)

#define SHOWN_FORMAT "%Y-%m-%d %H:%M"

static GDateTime *
load (BrightTimeRow *self)
{
  g_autofree char *text = bright_settings_group_dup_text (
      bright_setting_link_get_group (self->link), bright_setting_link_get_key (self->link));

  return text[0] != '\0' ? g_date_time_new_from_iso8601 (text, NULL) : NULL;
}

static void
show (GtkWidget *widget)
{
  BrightTimeRow *self = BRIGHT_TIME_ROW (widget);
  g_autoptr (GDateTime) time = load (self);
  g_autoptr (GDateTime) local = time != NULL ? g_date_time_to_local (time) : NULL;
  g_autofree char *shown = local != NULL ? g_date_time_format (local, SHOWN_FORMAT) : g_strdup ("");
  g_autofree char *universal = time != NULL ? g_date_time_format (time, SHOWN_FORMAT) : NULL;
  g_autofree char *effect = NULL;

  if (!self->is_typing)
    gtk_editable_set_text (GTK_EDITABLE (self->control), shown);
  if (local != NULL)
    gtk_calendar_select_day (self->calendar, local);
  /* Translators: a moment in UTC */
  effect = universal != NULL ? g_strdup_printf (_ ("That is %s in UTC."), universal)
                             : g_strdup (_ ("Not chosen yet."));
  bright_setting_link_show_words (self->link, effect);
}

/* A moment as people write it; NULL if it is none. */
static GDateTime *
read_moment (const char *text)
{
  int year;
  int month;
  int day;
  int hour = 0;
  int minute = 0;
  char end;
  int n_read = sscanf (text, "%d-%d-%d %d:%d%c", &year, &month, &day, &hour, &minute, &end);

  return n_read == 3 || n_read == 5 ? g_date_time_new_local (year, month, day, hour, minute, 0)
                                    : NULL;
}

static void
answered_cb (AdwMessageDialog *dialog, const char *response, BrightTimeRow *self)
{
  if (self->link == NULL)
    return;
  if (strcmp (response, "move") == 0)
    bright_setting_link_take_text (self->link, g_object_get_data (G_OBJECT (dialog), "moment"));
  else
    bright_setting_link_refresh (self->link);
}

/* Orders that were left alone would be read, and in one of the modes written at once. */
static void
ask (BrightTimeRow *self, GDateTime *local, const char *text)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autofree char *shown = g_date_time_format (local, SHOWN_FORMAT);
  /* Translators: a moment */
  g_autofree char *body = g_strdup_printf (
      _ ("Orders placed since %s are read at the next sync. In the mode Automatic they are written "
         "then as well; in Watch and Ask the page Plan lists them first."),
      shown);
  GtkWidget *dialog
      = adw_message_dialog_new (GTK_WINDOW (root), _ ("Sync Older Orders Too?"), body);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "move",
                                    _ ("_Move Go-Live"), NULL);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "moment", g_strdup (text), g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
take (BrightTimeRow *self, GDateTime *local)
{
  g_autoptr (GDateTime) before = load (self);
  g_autoptr (GDateTime) universal = g_date_time_to_utc (local);
  g_autofree char *text = g_date_time_format (universal, "%Y-%m-%dT%H:%M:%SZ");

  if (before != NULL && g_date_time_compare (universal, before) < 0)
    ask (self, local, text);
  else
    bright_setting_link_take_text (self->link, text);
}

/* Takes what was typed; what is no moment is refused as any wrong value. */
static void
apply (BrightTimeRow *self)
{
  g_autofree char *text
      = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->control))));
  g_autoptr (GDateTime) local = NULL;

  if (!self->is_typing || self->link == NULL)
    return;
  self->is_typing = FALSE;
  local = read_moment (text);
  if (local != NULL)
    take (self, local);
  else
    bright_setting_link_refuse (self->link, _ ("write the date and time as in 2026-11-01 00:00."));
}

static void
on_typed (BrightTimeRow *self)
{
  self->is_typing = self->link != NULL && !bright_setting_link_is_showing (self->link);
}

/* A day in the calendar is taken from its beginning. */
static void
on_day (BrightTimeRow *self)
{
  g_autoptr (GDateTime) day = NULL;
  g_autoptr (GDateTime) begin = NULL;

  if (self->link == NULL || bright_setting_link_is_showing (self->link))
    return;
  day = gtk_calendar_get_date (self->calendar);
  begin = g_date_time_new_local (g_date_time_get_year (day), g_date_time_get_month (day),
                                 g_date_time_get_day_of_month (day), 0, 0, 0);
  self->is_typing = FALSE;
  gtk_menu_button_popdown (self->button);
  take (self, begin);
}

static void
make_calendar (BrightTimeRow *self)
{
  GtkWidget *popover = gtk_popover_new ();

  self->calendar = GTK_CALENDAR (gtk_calendar_new ());
  gtk_popover_set_child (GTK_POPOVER (popover), GTK_WIDGET (self->calendar));
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_icon_name (self->button, "x-office-calendar-symbolic");
  gtk_menu_button_set_popover (self->button, popover);
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "flat");
  gtk_widget_set_valign (GTK_WIDGET (self->button), GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), _ ("Choose a day"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Choose a day"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->calendar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Day"), -1);
}

static void
watch (BrightTimeRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (self->control, "changed", G_CALLBACK (on_typed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->control, "activate", G_CALLBACK (apply), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (apply), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->control), focus);
  g_signal_connect_object (self->calendar, "day-selected", G_CALLBACK (on_day), self,
                           G_CONNECT_SWAPPED);
}

static void
bright_time_row_dispose (GObject *object)
{
  BrightTimeRow *self = BRIGHT_TIME_ROW (object);

  g_clear_object (&self->link);
  G_OBJECT_CLASS (bright_time_row_parent_class)->dispose (object);
}

static void
bright_time_row_class_init (BrightTimeRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bright_time_row_dispose;
}

static void
bright_time_row_init (BrightTimeRow *self)
{
}

GtkWidget *
bright_time_row_new (BrightSettingsDesk *desk, const BrightSettingSpec *spec)
{
  BrightTimeRow *self = g_object_new (BRIGHT_TYPE_TIME_ROW, NULL);

  self->control = GTK_ENTRY (gtk_entry_new ());
  self->link = bright_setting_link_new (GTK_WIDGET (self), desk, spec, show);
  make_calendar (self);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->control), 10);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->control), 16);
  gtk_widget_set_valign (GTK_WIDGET (self->control), GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->control));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->button));
  bright_setting_link_name (self->link, GTK_WIDGET (self->control));
  bright_setting_link_refresh (self->link);
  watch (self);
  return GTK_WIDGET (self);
}
