/* The page Home: how everything stands.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the service notifies is shown at once; what the journal counts is read
 * when a sync ended, and now and then while one is under way.
 */
#include "bright-home-page.h"

#include "bright-adaptive-bin.h"
#include "bright-budget-row.h"
#include "bright-count-tiles.h"
#include "bright-day-chart.h"
#include "bright-day-legend.h"
#include "bright-health.h"
#include "bright-home-flows.h"
#include "bright-moment.h"
#include "bright-proof-view.h"
#include "bright-resources.h"
#include "bright-sync-accounts.h"
#include "bright-toast.h"

#include <glib/gi18n.h>

#define CHART_DAYS 30

/* A sync changes thousands of orders; they are counted this often in milliseconds. */
#define BETWEEN_COUNTS 2000

struct _BrightHomePage
{
  AdwBin parent_instance;

  BrightAdaptiveBin *adaptive;
  GtkBox *top;
  GtkLabel *health;
  GtkLabel *sentence;
  GtkLabel *times;
  GtkWidget *pause;
  GtkWidget *resume;
  BrightCountTiles *tiles;
  BrightDayChart *chart;
  BrightHomeFlows *flows;
  BrightBudgetRow *bigcommerce;
  BrightBudgetRow *brightpearl;
  BrightProofView *proof;
  GtkLabel *gap;

  BrightSyncService *service; /* (owned) (nullable) until the profile is open */
  GCancellable *cancellable;  /* (owned): fired when this goes */
  const char *style;          /* (unowned) (nullable): of the words about the health */
  gboolean is_counting;
  guint next_count;      /* a timer that is soon over */
  gboolean has_progress; /* in the sync that is under way */
};

G_DEFINE_FINAL_TYPE (BrightHomePage, bright_home_page, ADW_TYPE_BIN)

static gint64
get_now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

static void
show_style (BrightHomePage *self, const char *style)
{
  if (self->style != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self->health), self->style);
  self->style = style;
  gtk_widget_add_css_class (GTK_WIDGET (self->health), style);
}

static void
show_health (BrightHomePage *self)
{
  BrightSettingsGroup *schedule
      = bright_settings_get_group (bright_sync_service_get_settings (self->service), "schedule");
  g_autofree char *mode = bright_settings_group_dup_text (schedule, "mode");
  g_autofree char *state = NULL;
  g_autofree char *message = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *words = NULL;
  BrightHealthFacts facts = { .mode = mode };
  BrightHealth health;

  g_object_get (self->service, "state", &state, "message", &message, "done", &facts.done, "total",
                &facts.total, "attention", &facts.attention, "planned", &facts.planned,
                "last-success", &facts.last_success, "throttled-until", &facts.throttled_until,
                NULL);
  facts.state = state;
  facts.message = message;
  facts.is_configured = bright_sync_service_is_configured (self->service);
  facts.total = self->has_progress ? facts.total : 0;
  facts.interval = bright_settings_group_get_integer (schedule, "interval-seconds");
  facts.paused_until = bright_sync_service_get_paused_until (self->service);
  health = bright_health_decide (&facts, get_now (), &sentence);
  words = g_strdup_printf ("%s %s", bright_health_symbol (health), bright_health_words (health));
  gtk_label_set_label (self->health, words);
  gtk_label_set_label (self->sentence, sentence);
  show_style (self, bright_health_style (health));
  gtk_widget_set_visible (self->pause, facts.paused_until == 0);
  gtk_widget_set_visible (self->resume, facts.paused_until > 0);
}

static void
show_times (BrightHomePage *self)
{
  gint64 now = get_now ();
  gint64 last_success;
  gint64 next_run;
  gint64 gap = bright_sync_service_get_longest_gap (self->service);
  g_autofree char *past = NULL;
  g_autofree char *future = NULL;
  g_autofree char *times = NULL;
  g_autofree char *span = bright_moment_span (gap);
  g_autofree char *words = NULL;

  g_object_get (self->service, "last-success", &last_success, "next-run", &next_run, NULL);
  past = bright_moment_past (last_success, now);
  future = bright_moment_future (next_run, now);
  /* Translators: two moments, e.g. "5 minutes ago" and "in 3 minutes" */
  times = g_strdup_printf (_ ("Last success %s · next sync %s"), past, future);
  gtk_label_set_label (self->times, times);
  words = gap == 0 ? g_strdup (_ ("Orders are synced only while this computer is on."))
                   /* Translators: a span of time, e.g. "5 hours" */
                   : g_strdup_printf (_ ("Orders are synced only while this computer is on. In the "
                                         "last 7 days the longest time without a sync was %s."),
                                      span);
  gtk_label_set_label (self->gap, words);
  bright_home_flows_show (self->flows, now);
}

static void
show_budgets (BrightHomePage *self)
{
  const BrightBudget store
      = bright_sync_service_get_budget (self->service, BRIGHT_PLATFORM_BIGCOMMERCE);
  const BrightBudget office
      = bright_sync_service_get_budget (self->service, BRIGHT_PLATFORM_BRIGHTPEARL);

  bright_budget_row_show (self->bigcommerce, BRIGHT_PLATFORM_BIGCOMMERCE, &store);
  bright_budget_row_show (self->brightpearl, BRIGHT_PLATFORM_BRIGHTPEARL, &office);
}

static void
days_counted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BrightHomePage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) days
      = bright_sync_service_count_days_finish (BRIGHT_SYNC_SERVICE (source), result, &error);

  self->is_counting = FALSE;
  if (self->service == NULL)
    return;
  if (days != NULL)
    bright_day_chart_set_days (self->chart, days);
  else
    bright_toast_show_error (GTK_WIDGET (self), error);
}

static void
orders_counted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BrightHomePage) self = user_data;
  g_autoptr (GError) error = NULL;
  BrightOrderCounts counts;
  gboolean success = bright_sync_service_count_orders_finish (BRIGHT_SYNC_SERVICE (source), result,
                                                              &counts, &error);

  if (self->service == NULL || !success)
    {
      self->is_counting = FALSE;
      if (self->service != NULL)
        bright_toast_show_error (GTK_WIDGET (self), error);
      return;
    }
  bright_count_tiles_show (self->tiles, &counts);
  bright_sync_service_count_days_async (self->service, CHART_DAYS, self->cancellable,
                                        days_counted_cb, g_object_ref (self));
}

static void
count (BrightHomePage *self)
{
  if (self->is_counting)
    return;
  self->is_counting = TRUE;
  bright_sync_service_count_orders_async (self->service, self->cancellable, orders_counted_cb,
                                          g_object_ref (self));
}

static void
next_count_cb (gpointer user_data)
{
  BrightHomePage *self = user_data;

  self->next_count = 0;
  count (self);
}

static void
state_changed_cb (BrightHomePage *self)
{
  g_autofree char *state = NULL;

  g_object_get (self->service, "state", &state, NULL);
  self->has_progress = FALSE;
  show_health (self);
  show_budgets (self);
  if (g_strcmp0 (state, "working") != 0)
    count (self);
}

static void
progress_changed_cb (BrightHomePage *self)
{
  self->has_progress = TRUE;
  show_health (self);
  show_budgets (self);
  if (self->next_count == 0)
    self->next_count = g_timeout_add_once (BETWEEN_COUNTS, next_count_cb, self);
}

static void
pause_changed_cb (BrightHomePage *self)
{
  show_health (self);
  show_times (self);
}

static void
pause_flow (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BrightHomePage *self = BRIGHT_HOME_PAGE (widget);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  const char *group;
  const char *span;

  g_variant_get (parameter, "(&s&s)", &group, &span);
  bright_sync_service_pause (self->service, group, bright_moment_pause_end (span, now));
  show_times (self);
}

static void
resume_flow (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BrightHomePage *self = BRIGHT_HOME_PAGE (widget);

  bright_sync_service_pause (self->service, g_variant_get_string (parameter, NULL), 0);
  show_times (self);
}

static void
on_narrow (BrightHomePage *self)
{
  gboolean is_narrow = bright_adaptive_bin_is_narrow (self->adaptive);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->top), is_narrow
                                                                  ? GTK_ORIENTATION_VERTICAL
                                                                  : GTK_ORIENTATION_HORIZONTAL);
  bright_count_tiles_set_narrow (self->tiles, is_narrow);
}

static void
bright_home_page_dispose (GObject *object)
{
  BrightHomePage *self = BRIGHT_HOME_PAGE (object);

  g_clear_handle_id (&self->next_count, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->service);
  G_OBJECT_CLASS (bright_home_page_parent_class)->dispose (object);
}

static void
bright_home_page_finalize (GObject *object)
{
  g_object_unref (BRIGHT_HOME_PAGE (object)->cancellable);
  G_OBJECT_CLASS (bright_home_page_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, BrightHomePage, adaptive);
  gtk_widget_class_bind_template_child (widget_class, BrightHomePage, top);
  gtk_widget_class_bind_template_child (widget_class, BrightHomePage, health);
  gtk_widget_class_bind_template_child (widget_class, BrightHomePage, sentence);
  gtk_widget_class_bind_template_child (widget_class, BrightHomePage, times);
  gtk_widget_class_bind_template_child (widget_class, BrightHomePage, pause);
  gtk_widget_class_bind_template_child (widget_class, BrightHomePage, resume);
  gtk_widget_class_bind_template_child (widget_class, BrightHomePage, tiles);
  gtk_widget_class_bind_template_child (widget_class, BrightHomePage, chart);
  gtk_widget_class_bind_template_child (widget_class, BrightHomePage, flows);
  gtk_widget_class_bind_template_child (widget_class, BrightHomePage, bigcommerce);
  gtk_widget_class_bind_template_child (widget_class, BrightHomePage, brightpearl);
  gtk_widget_class_bind_template_child (widget_class, BrightHomePage, proof);
  gtk_widget_class_bind_template_child (widget_class, BrightHomePage, gap);
}

static void
bright_home_page_class_init (BrightHomePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bright_home_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = bright_home_page_finalize;
  bright_resources_ensure ();
  g_type_ensure (BRIGHT_TYPE_ADAPTIVE_BIN);
  g_type_ensure (BRIGHT_TYPE_BUDGET_ROW);
  g_type_ensure (BRIGHT_TYPE_COUNT_TILES);
  g_type_ensure (BRIGHT_TYPE_DAY_CHART);
  g_type_ensure (BRIGHT_TYPE_DAY_LEGEND);
  g_type_ensure (BRIGHT_TYPE_HOME_FLOWS);
  g_type_ensure (BRIGHT_TYPE_PROOF_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/BrightConnect/bright-home-page.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "home.pause", "(ss)", pause_flow);
  gtk_widget_class_install_action (widget_class, "home.resume", "s", resume_flow);
}

static void
bright_home_page_init (BrightHomePage *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  bright_adaptive_bin_set_measured (self->adaptive, GTK_WIDGET (self->tiles));
  g_signal_connect_object (self->adaptive, "notify::narrow", G_CALLBACK (on_narrow), self,
                           G_CONNECT_SWAPPED);
}

static void
watch (BrightHomePage *self, const char *const *signals, GCallback callback)
{
  for (; *signals != NULL; signals++)
    g_signal_connect_object (self->service, *signals, callback, self, G_CONNECT_SWAPPED);
}

void
bright_home_page_set_service (BrightHomePage *self, BrightSyncService *service)
{
  static const char *const health[]
      = { "notify::message",      "notify::attention",       "notify::planned",
          "notify::last-success", "notify::throttled-until", NULL };
  static const char *const progress[] = { "notify::done", "notify::total", NULL };
  static const char *const times[] = { "notify::last-success", "notify::next-run", NULL };
  BrightSettings *settings;

  g_return_if_fail (BRIGHT_IS_HOME_PAGE (self) && self->service == NULL);

  self->service = g_object_ref (service);
  settings = bright_sync_service_get_settings (service);
  watch (self, health, G_CALLBACK (show_health));
  watch (self, progress, G_CALLBACK (progress_changed_cb));
  watch (self, times, G_CALLBACK (show_times));
  g_signal_connect_object (service, "notify::state", G_CALLBACK (state_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (service, "notify::paused-until", G_CALLBACK (pause_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed", G_CALLBACK (pause_changed_cb), self,
                           G_CONNECT_SWAPPED);
  bright_home_flows_set_service (self->flows, service);
  bright_proof_view_set_service (self->proof, service);
  state_changed_cb (self);
  show_times (self);
  count (self);
}

void
bright_home_page_tick (BrightHomePage *self)
{
  g_return_if_fail (BRIGHT_IS_HOME_PAGE (self) && self->service != NULL);

  show_health (self);
  show_times (self);
  show_budgets (self);
  bright_proof_view_tick (self->proof);
  count (self);
}
