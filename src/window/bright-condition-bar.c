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
  condition->target = g_strdup (target);
}

char *
bright_condition_find_setting (const char *sentence)
{
  g_autoptr (GRegex) pattern = g_regex_new ("^([a-z]+[.][a-z-]+): ", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  g_regex_match (pattern, sentence, 0, &match);
  return g_match_info_matches (match) ? g_match_info_fetch (match, 1) : NULL;
}

char *
bright_condition_dup_sentence (const char *message, const char *setting)
{
  const char *begin = message + strlen (setting) + strlen (": ");
  const char *end = strchrnul (begin, '\n');
  char first[6] = { 0 };

  if (begin == end)
    return g_strdup ("");
  g_unichar_to_utf8 (g_unichar_toupper (g_utf8_get_char (begin)), first);
  begin = g_utf8_next_char (begin);
  return g_strdup_printf ("%s%.*s", first, (int)(end - begin), begin);
}

/* The first of several wrong settings, without its key, which the button knows. */
static void
tell_settings (const char *message, const char *setting, BrightCondition *condition)
{
  g_auto (GStrv) lines = g_strsplit (message, "\n", -1);
  guint others = g_strv_length (lines) - 1;
  g_autofree char *sentence = bright_condition_dup_sentence (message, setting);
  g_autofree char *rest = NULL;

  if (others > 0)
    rest = g_strdup_printf (
        ngettext (" (%u more setting like it)", " (%u more settings like it)", others), others);
  condition->text = g_strconcat (sentence, rest, NULL);
  set_button (condition, _ ("_Open Setting"), "win.show-setting", setting);
}

static void
tell_failure (const char *message, BrightCondition *condition)
{
  g_autofree char *setting = bright_condition_find_setting (message);

  if (setting != NULL)
    {
      tell_settings (message, setting, condition);
      return;
    }
  condition->text = g_strdup (message);
  set_button (condition, _ ("_Accounts…"), "win.accounts", NULL);
}

/* What keeps everything from working. */
static gboolean
decide_failure (const BrightConditionFacts *facts, BrightCondition *condition)
{
  if (facts->settings_problem[0] != '\0')
    condition->text = g_strdup (facts->settings_problem);
  else if (!facts->is_configured)
    {
      condition->text = g_strdup (_ ("Not connected yet."));
      set_button (condition, _ ("_Set Up…"), "win.first-run", NULL);
    }
  else if (strcmp (facts->state, "failed") == 0)
    tell_failure (facts->message, condition);
  return condition->text != NULL;
}

/* What makes it wait. */
static gboolean
decide_delay (const BrightConditionFacts *facts, gint64 now, BrightCondition *condition)
{
  g_autofree char *time = NULL;

  if (facts->paused_until == G_MAXINT64)
    {
      condition->text = g_strdup (_ ("Paused until you resume."));
      set_button (condition, _ ("_Resume"), "win.resume", NULL);
    }
  else if (facts->paused_until > now)
    {
      time = bright_words_for_time (facts->paused_until);
      /* Translators: a moment */
      condition->text = g_strdup_printf (_ ("Paused until %s."), time);
      set_button (condition, _ ("_Resume"), "win.resume", NULL);
    }
  else if (facts->throttled_until > now)
    {
      time = bright_words_for_time (facts->throttled_until);
      /* Translators: a moment */
      condition->text = g_strdup_printf (
          _ ("A platform asked to be called less often. It goes on by itself at %s."), time);
    }
  return condition->text != NULL;
}

/* What a person chose, and what waits for a person. */
static gboolean
decide_mode (const BrightConditionFacts *facts, BrightCondition *condition)
{
  if (strcmp (facts->mode, "watch") == 0)
    {
      condition->text
          = g_strdup (_ ("Watching only: nothing is written until you choose Ask or Automatic."));
      set_button (condition, _ ("Choose _Mode…"), "win.show-setting", "schedule.mode");
    }
  else if (strcmp (facts->mode, "ask") == 0 && facts->planned > 0)
    {
      condition->text
          = g_strdup_printf (ngettext ("%u change waits for your approval.",
                                       "%u changes wait for your approval.", facts->planned),
                             facts->planned);
      set_button (condition, _ ("Re_view"), "win.show-page", "plan");
    }
  return condition->text != NULL;
}

void
bright_condition_decide (const BrightConditionFacts *facts, gint64 now, BrightCondition *condition)
{
  memset (condition, 0, sizeof *condition);
  if (decide_failure (facts, condition) || decide_delay (facts, now, condition)
      || decide_mode (facts, condition))
    return;
  if (facts->is_demo)
    condition->text = g_strdup (_ ("This is the practice store: nothing here is real."));
}

void
bright_condition_clear (BrightCondition *condition)
{
  g_free (condition->text);
  g_free (condition->target);
  memset (condition, 0, sizeof *condition);
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
  g_auto (BrightCondition) condition = { 0 };

  g_return_if_fail (BRIGHT_IS_CONDITION_BAR (self) && facts != NULL);

  bright_condition_decide (facts, g_get_real_time () / G_USEC_PER_SEC, &condition);
  if (condition.text != NULL)
    gtk_label_set_label (self->label, condition.text);
  gtk_widget_set_visible (GTK_WIDGET (self->button), condition.action != NULL);
  if (condition.action != NULL)
    {
      gtk_button_set_label (self->button, condition.button);
      /* Another action takes another target, or none. */
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), NULL);
      gtk_actionable_set_action_target_value (
          GTK_ACTIONABLE (self->button),
          condition.target != NULL ? g_variant_new_string (condition.target) : NULL);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), condition.action);
    }
  gtk_revealer_set_reveal_child (self->revealer, condition.text != NULL);
}
