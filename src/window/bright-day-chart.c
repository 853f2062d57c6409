/* A chart of orders per day.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-day-chart-private.h"

#include "bright-chart-scale.h"
#include "bright-moment.h"

#include <glib/gi18n.h>

#define HEIGHT 150
#define LEAST_WIDTH 200

enum
{
  PROP_0,
  PROP_SUMMARY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (BrightDayChart, bright_day_chart, GTK_TYPE_WIDGET)

static char *
describe (const char *when, guint linked, guint held, guint attention)
{
  /* Translators: a day or a span of days, then numbers of orders */
  return g_strdup_printf (_ ("%s: %u in Brightpearl, %u held or waiting, %u need you"), when,
                          linked, held, attention);
}

static char *
describe_day (const BrightDayCount *day)
{
  g_autofree char *when = bright_moment_day (day->day);

  return describe (when, day->linked, day->held, day->attention);
}

static char *
describe_all (BrightDayChart *self)
{
  guint sums[BRIGHT_N_DAY_PARTS] = { 0 };
  g_autofree char *when = NULL;

  for (guint i = 0; i < self->days->len; i++)
    for (BrightDayPart part = 0; part < BRIGHT_N_DAY_PARTS; part++)
      sums[part] += bright_day_count_get_part (g_ptr_array_index (self->days, i), part);
  when = g_strdup_printf (ngettext ("Last %u day", "Last %u days", self->days->len),
                          self->days->len);
  return describe (when, sums[BRIGHT_DAY_PART_LINKED], sums[BRIGHT_DAY_PART_HELD],
                   sums[BRIGHT_DAY_PART_ATTENTION]);
}

static void
show_summary (BrightDayChart *self)
{
  g_free (self->summary);
  self->summary = self->selected >= 0
                      ? describe_day (g_ptr_array_index (self->days, (guint)self->selected))
                      : describe_all (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                  self->summary, -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUMMARY]);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The numbers of all days, for those who do not see the bars. */
static void
show_description (BrightDayChart *self)
{
  g_autofree char *all = describe_all (self);
  g_autoptr (GString) text = g_string_new (all);

  for (guint i = 0; i < self->days->len; i++)
    {
      const BrightDayCount *day = g_ptr_array_index (self->days, i);
      g_autofree char *words = describe_day (day);

      if (day->linked + day->held + day->attention > 0)
        g_string_append_printf (text, ". %s", words);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text->str, -1);
}

static void
bright_day_chart_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? LEAST_WIDTH : HEIGHT;
}

static void
select_day (BrightDayChart *self, int index)
{
  self->selected = CLAMP (index, -1, (int)self->days->len - 1);
  show_summary (self);
}

/* The parameter is a distance in days, or far beyond either end. */
static gboolean
move_cb (GtkWidget *widget, GVariant *arguments, gpointer unused)
{
  BrightDayChart *self = BRIGHT_DAY_CHART (widget);
  int distance = g_variant_get_int32 (arguments);
  int last = (int)self->days->len - 1;

  if (last < 0)
    return FALSE;
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL && ABS (distance) == 1)
    distance = -distance;
  select_day (
      self, CLAMP ((self->selected < 0 ? last + (distance < 0 ? 1 : 0) : self->selected) + distance,
                   0, last));
  return TRUE;
}

static gboolean
unselect_cb (GtkWidget *widget, GVariant *arguments, gpointer unused)
{
  BrightDayChart *self = BRIGHT_DAY_CHART (widget);

  if (self->selected < 0)
    return FALSE;
  select_day (self, -1);
  return TRUE;
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, gpointer user_data)
{
  BrightDayChart *self = user_data;
  BrightDayPlot plot;
  int index;

  if (self->days->len == 0)
    return;
  plot = bright_day_chart_find_plot (self);
  index = bright_chart_scale_find (x - plot.x, plot.width, self->days->len);
  if (index >= 0 && gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    index = (int)self->days->len - 1 - index;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  select_day (self, index);
}

static void
bright_day_chart_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  if (id == PROP_SUMMARY)
    g_value_set_string (value, BRIGHT_DAY_CHART (object)->summary);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
bright_day_chart_finalize (GObject *object)
{
  BrightDayChart *self = BRIGHT_DAY_CHART (object);

  g_ptr_array_unref (self->days);
  g_free (self->summary);
  G_OBJECT_CLASS (bright_day_chart_parent_class)->finalize (object);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  const GdkModifierType none = 0;

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, none, move_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, none, move_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Home, none, move_cb, "i", -G_MAXINT16);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_End, none, move_cb, "i", G_MAXINT16);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, none, unselect_cb, NULL);
}

static void
bright_day_chart_class_init (BrightDayChartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = bright_day_chart_get_property;
  object_class->finalize = bright_day_chart_finalize;
  widget_class->measure = bright_day_chart_measure;
  widget_class->snapshot = bright_day_chart_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  add_keys (widget_class);
  properties[PROP_SUMMARY]
      = g_param_spec_string ("summary", NULL, NULL, NULL,
                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bright_day_chart_init (BrightDayChart *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->days = bright_record_list_new (&bright_day_count_type);
  self->selected = -1;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

void
bright_day_chart_set_days (BrightDayChart *self, GPtrArray *days)
{
  g_return_if_fail (BRIGHT_IS_DAY_CHART (self) && days != NULL);

  g_ptr_array_unref (self->days);
  self->days = g_ptr_array_ref (days);
  self->selected = MIN (self->selected, (int)days->len - 1);
  show_description (self);
  show_summary (self);
}
