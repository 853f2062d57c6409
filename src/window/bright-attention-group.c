/* What needs a person for one cause: what happened, who can mend it, and the button that does.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-attention-group.h"

#include "bright-attention-row.h"
#include "bright-causes.h"
#include "bright-desk-work.h"
#include "bright-ignore-dialog.h"

#include <glib/gi18n.h>

/* More than these are in the list. */
#define MOST_ROWS 25

struct _BrightAttentionGroup
{
  AdwBin parent_instance;

  char *code;               /* (owned) */
  const BrightCause *cause; /* (unowned) */
  BrightSyncService *service;
  BrightPulse *pulse;

  GtkLabel *advice;
  AdwExpanderRow *expander;
  GtkWidget *remedy;
  GPtrArray *rows;     /* (owned): of GtkWidget (unowned) inside the expander */
  GPtrArray *subjects; /* (owned): of BrightSubject */
  char *shown;         /* (owned) (nullable): what the rows show */
  char *setting;       /* (owned) */
};

G_DEFINE_FINAL_TYPE (BrightAttentionGroup, bright_attention_group, ADW_TYPE_BIN)

/* ---- What can be done ---- */

typedef void (*Act) (GtkWidget *, BrightSyncService *, BrightPulse *, const char *const *);

static void
act (BrightAttentionGroup *self, Act function, gboolean only_orders)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < self->subjects->len; i++)
    {
      const BrightSubject *subject = self->subjects->pdata[i];

      if (!only_orders || bright_attention_row_is_order (subject))
        g_ptr_array_add (names, subject->subject);
    }
  g_ptr_array_add (names, NULL);
  if (names->len > 1)
    function (GTK_WIDGET (self), self->service, self->pulse, (const char *const *)names->pdata);
}

static void
try_all (GtkWidget *widget, const char *action, GVariant *parameter)
{
  act (BRIGHT_ATTENTION_GROUP (widget), bright_desk_work_try, FALSE);
}

static void
approve_all (GtkWidget *widget, const char *action, GVariant *parameter)
{
  act (BRIGHT_ATTENTION_GROUP (widget), bright_desk_work_approve, FALSE);
}

static void
ignore_all (GtkWidget *widget, const char *action, GVariant *parameter)
{
  act (BRIGHT_ATTENTION_GROUP (widget), bright_ignore_dialog_present, TRUE);
}

/* ---- What it shows ---- */

static void
add_row (BrightAttentionGroup *self, GtkWidget *row)
{
  g_ptr_array_add (self->rows, row);
  adw_expander_row_add_row (self->expander, row);
}

/* Rows are made when somebody looks, and again when there is something else to see. */
static void
show_rows (BrightAttentionGroup *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_rows = MIN (self->subjects->len, MOST_ROWS);

  if (!adw_expander_row_get_expanded (self->expander))
    return;
  g_string_append_printf (text, "%u\n", self->subjects->len);
  for (guint i = 0; i < n_rows; i++)
    {
      const BrightSubject *subject = self->subjects->pdata[i];

      g_string_append_printf (text, "%s\n%s\n%s\n", subject->subject, subject->title,
                              subject->message);
    }
  if (g_strcmp0 (text->str, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_strdup (text->str);
  for (guint i = 0; i < self->rows->len; i++)
    adw_expander_row_remove (self->expander, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < n_rows; i++)
    add_row (self, bright_attention_row_new (self->subjects->pdata[i]));
  if (self->subjects->len > n_rows && bright_attention_row_is_order (self->subjects->pdata[0]))
    add_row (self, bright_attention_row_new_for_all (self->code, self->subjects->len));
}

static gboolean
are_orders (GPtrArray *subjects)
{
  for (guint i = 0; i < subjects->len; i++)
    if (!bright_attention_row_is_order (subjects->pdata[i]))
      return FALSE;
  return TRUE;
}

/* The message, where all say the same. */
static const char *
find_common_message (GPtrArray *subjects)
{
  const char *message = ((BrightSubject *)subjects->pdata[0])->message;

  for (guint i = 1; i < subjects->len; i++)
    if (!g_str_equal (((BrightSubject *)subjects->pdata[i])->message, message))
      return "";
  return message;
}

static void
show_advice (BrightAttentionGroup *self)
{
  const char *message = find_common_message (self->subjects);
  const char *advice = _ (self->cause->advice);
  g_autofree char *text
      = message[0] != '\0' ? g_strdup_printf ("%s %s", message, advice) : g_strdup (advice);

  gtk_label_set_label (self->advice, text);
}

static void
show_summary (BrightAttentionGroup *self)
{
  guint n = self->subjects->len;
  g_autofree char *title = are_orders (self->subjects)
                               ? g_strdup_printf (ngettext ("%u order", "%u orders", n), n)
                               : g_strdup_printf (ngettext ("%u item", "%u items", n), n);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->expander), title);
  show_advice (self);
}

static void
show_setting (BrightAttentionGroup *self)
{
  const BrightSubject *first = self->subjects->pdata[0];
  const char *setting = first->setting[0] != '\0' ? first->setting : self->cause->setting;

  g_free (self->setting);
  self->setting = g_strdup (setting != NULL ? setting : "");
  if (self->cause->remedy == BRIGHT_REMEDY_SETTING)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (self->remedy), "s", self->setting);
}

/* ---- How it is made ---- */

static GtkWidget *
make_remedy (const BrightCause *cause)
{
  static const char *const actions[] = {
    [BRIGHT_REMEDY_SETTING] = "win.show-setting",
    [BRIGHT_REMEDY_APPROVE] = "group.approve",
    [BRIGHT_REMEDY_RETRY] = "group.try",
  };
  GtkWidget *button = gtk_button_new_with_mnemonic (_ (cause->button));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  if (cause->remedy == BRIGHT_REMEDY_SETTING)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), actions[cause->remedy]);
  return button;
}

static GtkWidget *
make_menu (const BrightCause *cause)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *button = gtk_menu_button_new ();

  g_menu_append (menu, _ ("_Try All Again"), "group.try");
  if (cause->remedy != BRIGHT_REMEDY_SETTING && cause->setting != NULL)
    g_menu_append (menu, _ ("Open the _Setting"), "group.show-setting");
  g_menu_append (menu, _ ("_Ignore All…"), "group.ignore");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_widget_set_tooltip_text (button, _ ("More for all of them"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("More for all of them"), -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  return button;
}

static void
open_setting (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.show-setting", "s",
                              BRIGHT_ATTENTION_GROUP (widget)->setting);
}

static GtkWidget *
append_label (GtkBox *box, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (box, label);
  return label;
}

static GtkWidget *
make_buttons (BrightAttentionGroup *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->remedy = make_remedy (self->cause);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_box_append (GTK_BOX (box), self->remedy);
  gtk_box_append (GTK_BOX (box), make_menu (self->cause));
  return box;
}

static GtkWidget *
make_list (BrightAttentionGroup *self)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *expander = adw_expander_row_new ();

  self->expander = ADW_EXPANDER_ROW (expander);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (expander), FALSE);
  g_signal_connect_object (expander, "notify::expanded", G_CALLBACK (show_rows), self,
                           G_CONNECT_SWAPPED);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (self->cause->title), -1);
  gtk_list_box_append (GTK_LIST_BOX (list), expander);
  return list;
}

static void
build (BrightAttentionGroup *self)
{
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 3));

  append_label (box, _ (self->cause->title), "heading");
  self->advice = GTK_LABEL (append_label (box, "", "dim-label"));
  append_label (box, bright_causes_for_mender (self->cause->mender), "caption-heading");
  gtk_box_append (box, make_buttons (self));
  gtk_box_append (box, make_list (self));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (box));
}

/* ---- The object ---- */

static void
bright_attention_group_finalize (GObject *object)
{
  BrightAttentionGroup *self = BRIGHT_ATTENTION_GROUP (object);

  g_free (self->code);
  g_free (self->shown);
  g_free (self->setting);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->subjects);
  g_object_unref (self->service);
  g_object_unref (self->pulse);
  G_OBJECT_CLASS (bright_attention_group_parent_class)->finalize (object);
}

static void
bright_attention_group_class_init (BrightAttentionGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bright_attention_group_finalize;
  gtk_widget_class_install_action (widget_class, "group.try", NULL, try_all);
  gtk_widget_class_install_action (widget_class, "group.approve", NULL, approve_all);
  gtk_widget_class_install_action (widget_class, "group.ignore", NULL, ignore_all);
  gtk_widget_class_install_action (widget_class, "group.show-setting", NULL, open_setting);
}

static void
bright_attention_group_init (BrightAttentionGroup *self)
{
  self->rows = g_ptr_array_new ();
  self->subjects = g_ptr_array_new ();
  self->setting = g_strdup ("");
}

GtkWidget *
bright_attention_group_new (const char *code, BrightSyncService *service, BrightPulse *pulse)
{
  BrightAttentionGroup *self = g_object_new (BRIGHT_TYPE_ATTENTION_GROUP, NULL);

  self->code = g_strdup (code);
  self->cause = bright_causes_find (code);
  self->service = g_object_ref (service);
  self->pulse = g_object_ref (pulse);
  gtk_widget_set_name (GTK_WIDGET (self), code);
  build (self);
  return GTK_WIDGET (self);
}

void
bright_attention_group_show (BrightAttentionGroup *self, GPtrArray *subjects)
{
  gboolean has_orders = FALSE;

  g_return_if_fail (BRIGHT_IS_ATTENTION_GROUP (self) && subjects->len > 0);

  g_ptr_array_unref (self->subjects);
  self->subjects = g_ptr_array_ref (subjects);
  for (guint i = 0; i < subjects->len && !has_orders; i++)
    has_orders = bright_attention_row_is_order (subjects->pdata[i]);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "group.ignore", has_orders);
  show_summary (self);
  show_setting (self);
  show_rows (self);
}

void
bright_attention_group_expand (BrightAttentionGroup *self)
{
  g_return_if_fail (BRIGHT_IS_ATTENTION_GROUP (self));

  adw_expander_row_set_expanded (self->expander, TRUE);
}

const char *
bright_attention_group_get_setting (BrightAttentionGroup *self)
{
  g_return_val_if_fail (BRIGHT_IS_ATTENTION_GROUP (self), "");

  return self->setting;
}
