/* One order whole: where it is and why, both sides, what happened, what the platforms said.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-order-pane.h"

#include "bright-causes.h"
#include "bright-desk-work.h"
#include "bright-ignore-dialog.h"
#include "bright-order-sections.h"
#include "bright-resources.h"
#include "bright-words.h"

#include <glib/gi18n.h>

struct _BrightOrderPane
{
  AdwBin parent_instance;

  GtkWidget *bar;
  GtkOrientable *actions;
  GtkStack *stack;
  AdwStatusPage *nothing;
  GtkScrolledWindow *scroller;
  GtkLabel *title;
  GtkLabel *total;
  GtkLabel *customer;
  GtkLabel *state;
  GtkLabel *why;
  GtkLabel *advice;
  GtkWidget *approve;
  GtkWidget *try_again;
  GtkWidget *ignore;
  GtkWidget *stop_ignoring;
  GtkWidget *setting;
  AdwPreferencesGroup *sides;
  AdwPreferencesGroup *timeline;
  AdwPreferencesGroup *answers;

  BrightOrderSection sections[3];
  BrightSyncService *service; /* (owned) (nullable) */
  BrightPulse *pulse;         /* (owned) (nullable) */
  gint64 number;
  GCancellable *loading; /* (owned) (nullable) */
};

enum
{
  BACK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BrightOrderPane, bright_order_pane, ADW_TYPE_BIN)

/* ---- What it shows ---- */

static void
show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), text[0] != '\0');
}

static void
show_money (BrightOrderPane *self, const BrightSubject *subject)
{
  g_autofree char *total = NULL;

  if (subject->currency[0] != '\0')
    total = bright_words_for_money (subject->amount, subject->currency);
  show_text (self->total, total != NULL ? total : "");
}

static void
show_head (BrightOrderPane *self, const BrightSubject *subject)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, self->number);
  g_autofree char *title = g_strdup_printf (_ ("Order %s"), number);
  g_autofree char *customer
      = g_strjoin (subject->title[0] != '\0' && subject->email[0] != '\0' ? " · " : "",
                   subject->title, subject->email, NULL);
  g_autofree char *state
      = g_strdup_printf ("%s %s", bright_words_symbol (subject->state, subject->attention),
                         bright_words_for_place (subject->state, subject->attention));

  gtk_label_set_label (self->title, title);
  show_money (self, subject);
  show_text (self->customer, customer);
  gtk_label_set_label (self->state, state);
  show_text (self->why, subject->message);
  show_text (self->advice,
             subject->attention ? _ (bright_causes_find (subject->code)->advice) : "");
}

static gboolean
is_one_of (const char *state, const char *const *states)
{
  return g_strv_contains (states, state);
}

static void
show_buttons (BrightOrderPane *self, const BrightSubject *subject)
{
  static const char *const settled[] = { "unknown", "ignored", "cancelled", "linked", NULL };
  static const char *const untried[] = { "unknown", "ignored", NULL };
  const char *setting = subject->setting;

  if (setting[0] == '\0' && subject->attention
      && bright_causes_find (subject->code)->remedy == BRIGHT_REMEDY_SETTING)
    setting = bright_causes_find (subject->code)->setting;
  gtk_widget_set_visible (self->approve,
                          subject->attention && bright_causes_can_approve (subject->code));
  gtk_widget_set_visible (self->try_again, !is_one_of (subject->state, untried));
  gtk_widget_set_visible (self->ignore, subject->attention || !is_one_of (subject->state, settled));
  gtk_widget_set_visible (self->stop_ignoring, g_str_equal (subject->state, "ignored"));
  gtk_widget_set_visible (self->setting, setting[0] != '\0');
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->setting), "s", setting);
}

static void
show_detail (BrightOrderPane *self, const BrightOrderDetail *detail)
{
  show_head (self, detail->explanation->subject);
  show_buttons (self, detail->explanation->subject);
  bright_order_section_show_sides (&self->sections[0], detail->sides);
  bright_order_section_show_timeline (&self->sections[1], detail->explanation->timeline);
  bright_order_section_show_answers (&self->sections[2], detail->answers);
  gtk_stack_set_visible_child_name (self->stack, "order");
}

/* ---- Reading ---- */

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BrightOrderPane) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *escaped = NULL;
  g_autoptr (BrightOrderDetail) detail
      = bright_sync_service_load_order_finish (BRIGHT_SYNC_SERVICE (source), result, &error);

  if (self->service == NULL || bright_error_is_cancelled (error))
    return;
  g_clear_object (&self->loading);
  if (detail != NULL)
    {
      show_detail (self, detail);
      return;
    }
  /* The status page reads markup. */
  escaped = g_markup_escape_text (error->message, -1);
  adw_status_page_set_title (self->nothing, _ ("The Order Cannot Be Read"));
  adw_status_page_set_description (self->nothing, escaped);
  gtk_stack_set_visible_child_name (self->stack, "none");
}

static void
stop_loading (BrightOrderPane *self)
{
  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
}

/* A reading of the same order that is under way is as good. */
static void
load (BrightOrderPane *self)
{
  if (self->number == 0 || self->service == NULL || self->loading != NULL)
    return;
  self->loading = g_cancellable_new ();
  bright_sync_service_load_order_async (self->service, self->number, self->loading, loaded_cb,
                                        g_object_ref (self));
}

/* ---- What can be done ---- */

static void
do_with_subject (BrightOrderPane *self,
                 void (*act) (GtkWidget *, BrightSyncService *, BrightPulse *, const char *const *))
{
  g_autofree char *subject = g_strdup_printf ("order %" G_GINT64_FORMAT, self->number);
  const char *subjects[] = { subject, NULL };

  act (GTK_WIDGET (self), self->service, self->pulse, subjects);
}

static void
on_approve (BrightOrderPane *self)
{
  do_with_subject (self, bright_desk_work_approve);
}

static void
on_try_again (BrightOrderPane *self)
{
  do_with_subject (self, bright_desk_work_try);
}

static void
on_ignore (BrightOrderPane *self)
{
  do_with_subject (self, bright_ignore_dialog_present);
}

static void
go_back (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_signal_emit (widget, signals[BACK], 0);
}

/* ---- The object ---- */

static void
bright_order_pane_dispose (GObject *object)
{
  BrightOrderPane *self = BRIGHT_ORDER_PANE (object);

  stop_loading (self);
  for (gsize i = 0; i < G_N_ELEMENTS (self->sections); i++)
    bright_order_section_clear (&self->sections[i]);
  g_clear_object (&self->service);
  g_clear_object (&self->pulse);
  G_OBJECT_CLASS (bright_order_pane_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, BrightOrderPane, bar);
  gtk_widget_class_bind_template_child (widget_class, BrightOrderPane, actions);
  gtk_widget_class_bind_template_child (widget_class, BrightOrderPane, stack);
  gtk_widget_class_bind_template_child (widget_class, BrightOrderPane, nothing);
  gtk_widget_class_bind_template_child (widget_class, BrightOrderPane, scroller);
  gtk_widget_class_bind_template_child (widget_class, BrightOrderPane, title);
  gtk_widget_class_bind_template_child (widget_class, BrightOrderPane, total);
  gtk_widget_class_bind_template_child (widget_class, BrightOrderPane, customer);
  gtk_widget_class_bind_template_child (widget_class, BrightOrderPane, state);
  gtk_widget_class_bind_template_child (widget_class, BrightOrderPane, why);
  gtk_widget_class_bind_template_child (widget_class, BrightOrderPane, advice);
  gtk_widget_class_bind_template_child (widget_class, BrightOrderPane, approve);
  gtk_widget_class_bind_template_child (widget_class, BrightOrderPane, try_again);
  gtk_widget_class_bind_template_child (widget_class, BrightOrderPane, ignore);
  gtk_widget_class_bind_template_child (widget_class, BrightOrderPane, stop_ignoring);
  gtk_widget_class_bind_template_child (widget_class, BrightOrderPane, setting);
  gtk_widget_class_bind_template_child (widget_class, BrightOrderPane, sides);
  gtk_widget_class_bind_template_child (widget_class, BrightOrderPane, timeline);
  gtk_widget_class_bind_template_child (widget_class, BrightOrderPane, answers);
}

static void
bright_order_pane_class_init (BrightOrderPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bright_order_pane_dispose;
  bright_resources_ensure ();
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/BrightConnect/bright-order-pane.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_approve);
  gtk_widget_class_bind_template_callback (widget_class, on_try_again);
  gtk_widget_class_bind_template_callback (widget_class, on_ignore);
  gtk_widget_class_install_action (widget_class, "order.back", NULL, go_back);
  signals[BACK] = g_signal_new ("back", BRIGHT_TYPE_ORDER_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
}

static void
bright_order_pane_init (BrightOrderPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->sections[0].group = self->sides;
  self->sections[1].group = self->timeline;
  self->sections[2].group = self->answers;
}

void
bright_order_pane_set_service (BrightOrderPane *self,
                               BrightSyncService *service,
                               BrightPulse *pulse)
{
  g_return_if_fail (BRIGHT_IS_ORDER_PANE (self) && self->service == NULL);

  self->service = g_object_ref (service);
  self->pulse = g_object_ref (pulse);
  g_signal_connect_object (pulse, "beat", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  load (self);
}

void
bright_order_pane_show (BrightOrderPane *self, gint64 number)
{
  g_return_if_fail (BRIGHT_IS_ORDER_PANE (self));

  if (number == self->number)
    return;
  stop_loading (self);
  self->number = number;
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0.0);
  load (self);
}

gint64
bright_order_pane_get_number (BrightOrderPane *self)
{
  g_return_val_if_fail (BRIGHT_IS_ORDER_PANE (self), 0);

  return self->number;
}

void
bright_order_pane_set_alone (BrightOrderPane *self, gboolean alone)
{
  g_return_if_fail (BRIGHT_IS_ORDER_PANE (self));

  gtk_widget_set_visible (self->bar, alone);
  gtk_orientable_set_orientation (self->actions,
                                  alone ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}
