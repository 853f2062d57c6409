/* The rows of Home about flows.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-home-flows.h"

#include "bright-flow-words.h"
#include "bright-moment.h"
#include "bright-words.h"

#include <glib/gi18n.h>

typedef struct
{
  const char *group; /* (unowned) */
  AdwActionRow *row;
  GtkWidget *pause;
  GtkWidget *resume;
} Row;

struct _BrightHomeFlows
{
  AdwPreferencesGroup parent_instance;

  BrightSyncService *service; /* (owned) (nullable) until the profile is open */
  GArray *rows;               /* (owned): of Row */
};

G_DEFINE_FINAL_TYPE (BrightHomeFlows, bright_home_flows, ADW_TYPE_PREFERENCES_GROUP)

char *
bright_home_flow_words (const BrightFlowHealth *health, gint64 next_run, gint64 now)
{
  g_autofree char *past = bright_moment_past (health->last_success, now);
  g_autofree char *future = bright_moment_future (next_run, now);
  g_autofree char *end = NULL;

  if (!health->is_enabled)
    return g_strdup (_ ("Off in the settings"));
  if (health->paused_until == G_MAXINT64)
    /* Translators: a moment, e.g. "5 minutes ago" */
    return g_strdup_printf (_ ("Paused until you resume · last success %s"), past);
  if (health->paused_until > now)
    {
      end = bright_words_for_time (health->paused_until);
      /* Translators: two moments, the second e.g. "5 minutes ago" */
      return g_strdup_printf (_ ("Paused until %s · last success %s"), end, past);
    }
  /* Translators: two moments, e.g. "5 minutes ago" and "in 3 minutes" */
  return g_strdup_printf (_ ("On · last success %s · next sync %s"), past, future);
}

static GMenuModel *
make_menu (const char *group)
{
  static const struct
  {
    const char *label;
    const char *span;
  } items[] = {
    { N_ ("For _30 Minutes"), "half-hour" },
    { N_ ("For _1 Hour"), "hour" },
    { N_ ("Until _Tomorrow, 8:00"), "tomorrow" },
    { N_ ("Until I _Resume"), "endless" },
  };
  GMenu *menu = g_menu_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (items); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_ (items[i].label), NULL);

      g_menu_item_set_action_and_target (item, "home.pause", "(ss)", group, items[i].span);
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

static void
set_name (GtkWidget *widget, const char *format, const char *group)
{
  g_auto (GStrv) halves = g_strsplit (format, "%s", 2);
  g_autofree char *name = g_strconcat (halves[0], bright_group_words (group), halves[1], NULL);

  gtk_widget_set_tooltip_text (widget, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static GtkWidget *
make_pause (const char *group)
{
  g_autoptr (GMenuModel) menu = make_menu (group);
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "media-playback-pause-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  /* Translators: a flow, e.g. "Orders" */
  set_name (button, _ ("Pause %s"), group);
  return button;
}

static GtkWidget *
make_resume (const char *group)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("media-playback-start-symbolic");

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "home.resume");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", group);
  /* Translators: a flow, e.g. "Orders" */
  set_name (button, _ ("Resume %s"), group);
  return button;
}

/* A row opens the tab of its flow. */
static void
add_row (BrightHomeFlows *self, const char *group)
{
  Row row = { .group = group };

  row.row = ADW_ACTION_ROW (adw_action_row_new ());
  row.pause = make_pause (group);
  row.resume = make_resume (group);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row.row), bright_group_words (group));
  gtk_widget_set_name (GTK_WIDGET (row.row), group);
  adw_action_row_set_subtitle_lines (row.row, 0);
  adw_action_row_add_suffix (row.row, row.pause);
  adw_action_row_add_suffix (row.row, row.resume);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row.row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row.row), "win.show-setting");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row.row), "s", group);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (row.row));
  g_array_append_val (self->rows, row);
}

void
bright_home_flows_show (BrightHomeFlows *self, gint64 now)
{
  gint64 next_run;

  g_return_if_fail (BRIGHT_IS_HOME_FLOWS (self) && self->service != NULL);

  g_object_get (self->service, "next-run", &next_run, NULL);
  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = &g_array_index (self->rows, Row, i);
      const BrightFlowHealth health
          = bright_sync_service_get_flow_health (self->service, row->group);
      g_autofree char *words = bright_home_flow_words (&health, next_run, now);
      gboolean is_paused = health.paused_until > now;

      adw_action_row_set_subtitle (row->row, words);
      gtk_widget_set_visible (row->pause, health.is_enabled && !is_paused);
      gtk_widget_set_visible (row->resume, health.is_enabled && is_paused);
    }
}

static void
bright_home_flows_dispose (GObject *object)
{
  g_clear_object (&BRIGHT_HOME_FLOWS (object)->service);
  G_OBJECT_CLASS (bright_home_flows_parent_class)->dispose (object);
}

static void
bright_home_flows_finalize (GObject *object)
{
  g_array_unref (BRIGHT_HOME_FLOWS (object)->rows);
  G_OBJECT_CLASS (bright_home_flows_parent_class)->finalize (object);
}

static void
bright_home_flows_class_init (BrightHomeFlowsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bright_home_flows_dispose;
  G_OBJECT_CLASS (klass)->finalize = bright_home_flows_finalize;
}

static void
bright_home_flows_init (BrightHomeFlows *self)
{
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
}

void
bright_home_flows_set_service (BrightHomeFlows *self, BrightSyncService *service)
{
  g_return_if_fail (BRIGHT_IS_HOME_FLOWS (self) && self->service == NULL);

  self->service = g_object_ref (service);
  for (const char *const *group = bright_sync_service_get_pausable (); *group != NULL; group++)
    add_row (self, *group);
}
