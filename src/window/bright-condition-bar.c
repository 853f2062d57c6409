/* The one bar for a standing condition, and the rule of which one is shown.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-condition-bar.h"

#include "bright-resources.h"
#include "bright-words.h"

#include <glib/gi18n.h>
#include <string.h>

struct _BrightConditionBar
{
  AdwBin parent_instance;

  GtkRevealer *revealer;
  GtkLabel *label;
  GtkButton *button;
};

G_DEFINE_FINAL_TYPE (BrightConditionBar, bright_condition_bar, ADW_TYPE_BIN)

static void
set_button (BrightCondition *condition, const char *button, const char *action, const char *target)
{
  condition->button = button;
  condition->action = action;
  condition->target = target;
}

/* What keeps everything from working. */
static gboolean
decide_failure (const BrightConditionFacts *facts, BrightCondition *condition)
{
  if (facts->settings_problem[0] != '\0')
    {
      condition->text = g_strdup (facts->settings_problem);
      return TRUE;
    }
  if (!facts->is_configured)
    {
      condition->text = g_strdup (_ ("Not connected yet."));
      set_button (condition, _ ("_Set Up…"), "win.first-run", NULL);
      return TRUE;
    }
  if (strcmp (facts->state, "failed") == 0)
    {
      condition->text = g_strdup (facts->message);
      set_button (condition, _ ("_Accounts…"), "win.accounts", NULL);
      return TRUE;
    }
  return FALSE;
}

/* What makes it wait. */
static gboolean
decide_delay (const BrightConditionFacts *facts, gint64 now, BrightCondition *condition)
{
  g_autofree char *time = NULL;

  if (facts->paused_until > now)
    {
      time = facts->paused_until != G_MAXINT64 ? bright_words_for_time (facts->paused_until) : NULL;
      /* Translators: a moment */
      condition->text = time != NULL ? g_strdup_printf (_ ("Paused until %s."), time)
                                     : g_strdup (_ ("Paused until you resume."));
      set_button (condition, _ ("_Resume"), "win.resume", NULL);
      return TRUE;
    }
  if (facts->throttled_until > now)
    {
      time = bright_words_for_time (facts->throttled_until);
      /* Translators: a moment */
      condition->text = g_strdup_printf (
          _ ("A platform asked to be called less often. It goes on by itself at %s."), time);
      return TRUE;
    }
  return FALSE;
}

void
bright_condition_decide (const BrightConditionFacts *facts, gint64 now, BrightCondition *condition)
{
  memset (condition, 0, sizeof *condition);
  if (decide_failure (facts, condition) || decide_delay (facts, now, condition))
    return;
  if (strcmp (facts->mode, "watch") == 0)
    {
      condition->text
          = g_strdup (_ ("Watching only: nothing is written until you choose Ask or Automatic."));
      set_button (condition, _ ("Choose _Mode…"), "win.show-setting", "schedule.mode");
    }
  else if (facts->is_demo)
    condition->text = g_strdup (_ ("This is the practice store: nothing here is real."));
}

static void
bright_condition_bar_class_init (BrightConditionBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  bright_resources_ensure ();
  gtk_widget_class_set_template_from_resource (
      widget_class, "/com/example/BrightConnect/bright-condition-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, BrightConditionBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, BrightConditionBar, label);
  gtk_widget_class_bind_template_child (widget_class, BrightConditionBar, button);
}

static void
bright_condition_bar_init (BrightConditionBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
bright_condition_bar_show (BrightConditionBar *self, const BrightConditionFacts *facts)
{
  BrightCondition condition;
  g_autofree char *text = NULL;

  g_return_if_fail (BRIGHT_IS_CONDITION_BAR (self) && facts != NULL);

  bright_condition_decide (facts, g_get_real_time () / G_USEC_PER_SEC, &condition);
  text = condition.text;
  if (text != NULL)
    gtk_label_set_label (self->label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->button), condition.action != NULL);
  if (condition.action != NULL)
    {
      gtk_button_set_label (self->button, condition.button);
      gtk_actionable_set_action_target_value (
          GTK_ACTIONABLE (self->button),
          condition.target != NULL ? g_variant_new_string (condition.target) : NULL);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), condition.action);
    }
  gtk_revealer_set_reveal_child (self->revealer, text != NULL);
}
