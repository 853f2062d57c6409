/* How a row of the plan looks.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-plan-row.h"

#include "bright-flow-words.h"
#include "bright-resources.h"

#include <glib/gi18n.h>
#include <string.h>

/* Longer texts are cut until a person asks for them. */
#define SHORT_LINES 3
#define SHORT_LENGTH 150

struct _BrightPlanRow
{
  AdwBin parent_instance;

  GtkWidget *header;
  GtkLabel *subject;
  GtkLabel *count;
  GtkButton *approve;
  GtkWidget *step;
  GtkLabel *summary;
  GtkLabel *place;
  GtkWidget *values;
  GtkWidget *before_title;
  GtkLabel *before;
  GtkLabel *after;
  GtkToggleButton *expand;

  BrightPlanItem *item; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (BrightPlanRow, bright_plan_row, ADW_TYPE_BIN)

static void
show_length (BrightPlanRow *self)
{
  int lines = bright_plan_item_get_expanded (self->item) ? -1 : SHORT_LINES;

  gtk_label_set_lines (self->before, lines);
  gtk_label_set_lines (self->after, lines);
  gtk_label_set_ellipsize (self->before, lines < 0 ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
  gtk_label_set_ellipsize (self->after, lines < 0 ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
}

static void
on_expand (BrightPlanRow *self)
{
  if (self->item == NULL)
    return;
  bright_plan_item_set_expanded (self->item, gtk_toggle_button_get_active (self->expand));
  show_length (self);
}

static gboolean
is_long (const char *text)
{
  guint lines = 1;

  for (const char *c = text; *c != '\0'; c++)
    lines += *c == '\n' ? 1 : 0;
  return lines > SHORT_LINES || g_utf8_strlen (text, -1) > SHORT_LENGTH;
}

static void
show_subject (BrightPlanRow *self, gboolean can_approve)
{
  guint n_steps = bright_plan_item_get_n_steps (self->item);
  const char *subject = bright_plan_item_get_subject (self->item);
  g_autofree char *words = bright_subject_words (subject);
  g_autofree char *count = g_strdup_printf (ngettext ("%u change", "%u changes", n_steps), n_steps);
  g_autofree char *name = NULL;

  gtk_label_set_label (self->subject, words);
  gtk_label_set_label (self->count, count);
  gtk_widget_set_visible (GTK_WIDGET (self->approve), can_approve);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->approve), "s", subject);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->approve), "plan.approve-subject");
  /* Translators: a subject, e.g. "Order 1042" */
  name = g_strdup_printf (_ ("Approve: %s"), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->approve), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}

static void
show_step (BrightPlanRow *self, const BrightStep *step)
{
  /* Translators: a flow, a verb and a platform: "Orders · Create · Brightpearl" */
  g_autofree char *place
      = g_strdup_printf (_ ("%s · %s · %s"), bright_flow_words (step->flow),
                         bright_verb_words (step->verb), bright_platform_words (step->platform));
  gboolean is_new = step->before[0] == '\0';

  gtk_label_set_label (self->summary, step->summary);
  gtk_label_set_label (self->place, place);
  gtk_label_set_label (self->before, step->before);
  gtk_label_set_label (self->after, step->after[0] != '\0' ? step->after : "–");
  gtk_widget_set_visible (self->values, !is_new || step->after[0] != '\0');
  gtk_widget_set_visible (self->before_title, !is_new);
  gtk_widget_set_visible (GTK_WIDGET (self->before), !is_new);
  gtk_widget_set_visible (GTK_WIDGET (self->expand),
                          is_long (step->before) || is_long (step->after));
  gtk_toggle_button_set_active (self->expand, bright_plan_item_get_expanded (self->item));
  show_length (self);
}

void
bright_plan_row_show (BrightPlanRow *self, BrightPlanItem *item, gboolean can_approve)
{
  const BrightStep *step = item != NULL ? bright_plan_item_get_step (item) : NULL;

  g_return_if_fail (BRIGHT_IS_PLAN_ROW (self));

  g_set_object (&self->item, item);
  gtk_widget_set_visible (self->header, item != NULL && step == NULL);
  gtk_widget_set_visible (self->step, step != NULL);
  if (step != NULL)
    show_step (self, step);
  else if (item != NULL)
    show_subject (self, can_approve);
}

static void
bright_plan_row_dispose (GObject *object)
{
  g_clear_object (&BRIGHT_PLAN_ROW (object)->item);
  G_OBJECT_CLASS (bright_plan_row_parent_class)->dispose (object);
}

static void
bright_plan_row_class_init (BrightPlanRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bright_plan_row_dispose;
  bright_resources_ensure ();
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/BrightConnect/bright-plan-row.ui");
  gtk_widget_class_bind_template_child (widget_class, BrightPlanRow, header);
  gtk_widget_class_bind_template_child (widget_class, BrightPlanRow, subject);
  gtk_widget_class_bind_template_child (widget_class, BrightPlanRow, count);
  gtk_widget_class_bind_template_child (widget_class, BrightPlanRow, approve);
  gtk_widget_class_bind_template_child (widget_class, BrightPlanRow, step);
  gtk_widget_class_bind_template_child (widget_class, BrightPlanRow, summary);
  gtk_widget_class_bind_template_child (widget_class, BrightPlanRow, place);
  gtk_widget_class_bind_template_child (widget_class, BrightPlanRow, values);
  gtk_widget_class_bind_template_child (widget_class, BrightPlanRow, before_title);
  gtk_widget_class_bind_template_child (widget_class, BrightPlanRow, before);
  gtk_widget_class_bind_template_child (widget_class, BrightPlanRow, after);
  gtk_widget_class_bind_template_child (widget_class, BrightPlanRow, expand);
  gtk_widget_class_bind_template_callback (widget_class, on_expand);
}

static void
bright_plan_row_init (BrightPlanRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
bright_plan_row_new (void)
{
  return g_object_new (BRIGHT_TYPE_PLAN_ROW, NULL);
}
