/* The fields of one platform's account: what is typed into them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-account-form-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* All rows that can be wrong. */
#define FORM_ROWS(form)                                                                            \
  (form)->account_row, (form)->data_centre_row, (form)->address_row, (form)->app_row,              \
      (form)->kind_row, (form)->token_row

/* In the order of the drop-down; the last one is an address of one's own. */
static const char *const data_centres[]
    = { "https://euw1.brightpearlconnect.com", "https://use1.brightpearlconnect.com" };

/* In the order of the drop-down. */
static const char *const token_kinds[] = { "account", "staff" };

static gboolean
take_text (BrightAccountForm *self, const char *key, const char *text)
{
  g_autoptr (JsonNode) node = json_node_init_string (json_node_alloc (), text);

  return bright_settings_group_set_json (self->draft, key, node, NULL);
}

static gboolean
take_entry (BrightAccountForm *self, const char *key, GtkWidget *row)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  return take_text (self, key, text);
}

static gboolean
take_address (BrightAccountForm *self)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self->data_centre_row));

  return selected < G_N_ELEMENTS (data_centres)
             ? take_text (self, "brightpearl-url", data_centres[selected])
             : take_entry (self, "brightpearl-url", self->address_row);
}

static void
refuse (BrightAccountForm *self, const char *field, const char *text)
{
  self->is_valid = FALSE;
  bright_account_form_show_verdict (self, BRIGHT_VERDICT_BAD, field, text);
}

void
bright_account_form_take_fields (BrightAccountForm *self)
{
  guint kind = adw_combo_row_get_selected (ADW_COMBO_ROW (self->kind_row));

  self->is_valid = TRUE;
  if (!take_entry (self, bright_account_form_get_account_key (self), self->account_row))
    refuse (self, bright_account_form_get_account_key (self),
            _ ("Here are only letters, digits, - and _."));
  if (self->platform == BRIGHT_PLATFORM_BIGCOMMERCE)
    return;
  if (!take_address (self))
    refuse (self, "brightpearl-url", _ ("Write an address that begins with https://."));
  if (!take_entry (self, "brightpearl-app-ref", self->app_row))
    refuse (self, "brightpearl-app-ref", _ ("An app reference has no spaces."));
  take_text (self, "brightpearl-token-kind",
             token_kinds[MIN (kind, G_N_ELEMENTS (token_kinds) - 1)]);
}

gboolean
bright_account_form_has_own_address (BrightAccountForm *self)
{
  return self->platform == BRIGHT_PLATFORM_BRIGHTPEARL
         && adw_combo_row_get_selected (ADW_COMBO_ROW (self->data_centre_row))
                >= G_N_ELEMENTS (data_centres);
}

static void
set_entry (BrightAccountForm *self, const char *key, GtkWidget *row)
{
  g_autofree char *text = bright_settings_group_dup_text (self->draft, key);

  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static guint
find_text (const char *const *texts, guint n_texts, const char *text)
{
  guint i = 0;

  while (i < n_texts && strcmp (texts[i], text) != 0)
    i++;
  return i;
}

void
bright_account_form_fill (BrightAccountForm *self)
{
  g_autofree char *url = bright_settings_group_dup_text (self->draft, "brightpearl-url");
  g_autofree char *kind = bright_settings_group_dup_text (self->draft, "brightpearl-token-kind");

  self->is_filling = TRUE;
  set_entry (self, bright_account_form_get_account_key (self), self->account_row);
  set_entry (self, "brightpearl-url", self->address_row);
  set_entry (self, "brightpearl-app-ref", self->app_row);
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->data_centre_row),
                              find_text (data_centres, G_N_ELEMENTS (data_centres), url));
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->kind_row),
                              find_text (token_kinds, G_N_ELEMENTS (token_kinds), kind));
  self->is_filling = FALSE;
  bright_account_form_take_fields (self);
}

BrightSettingsGroup *
bright_account_form_copy_connection (BrightSettingsGroup *connection)
{
  BrightSettingsGroup *copy = g_object_new (G_OBJECT_TYPE (connection), NULL);
  guint n_keys;
  g_autofree GParamSpec **keys
      = g_object_class_list_properties (G_OBJECT_GET_CLASS (connection), &n_keys);

  for (guint i = 0; i < n_keys; i++)
    {
      g_autoptr (JsonNode) node = bright_settings_group_dup_json (connection, keys[i]->name);

      bright_settings_group_set_json (copy, keys[i]->name, node, NULL);
    }
  return copy;
}

/* The row of a key of the connection, or of `token`; NULL for none. */
static GtkWidget *
find_row (BrightAccountForm *self, const char *field)
{
  GtkWidget *own_address
      = gtk_widget_get_visible (self->address_row) ? self->address_row : self->data_centre_row;
  const struct
  {
    const char *field;
    GtkWidget *row;
  } rows[] = {
    { "bigcommerce-store-hash", self->account_row },
    { "brightpearl-account", self->account_row },
    { "brightpearl-url", own_address },
    { "brightpearl-app-ref", self->app_row },
    { "brightpearl-token-kind", self->kind_row },
    { "token", self->token_row },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    if (strcmp (rows[i].field, field) == 0)
      return rows[i].row;
  return NULL;
}

static void
mark (GtkWidget *row, gboolean is_wrong)
{
  if (is_wrong)
    gtk_widget_add_css_class (row, "error");
  else
    gtk_widget_remove_css_class (row, "error");
  gtk_accessible_update_state (
      GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID,
      is_wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

/* Whoever cannot see what stands below hears it with the row. */
void
bright_account_form_describe_rows (BrightAccountForm *self)
{
  GtkWidget *const rows[] = { FORM_ROWS (self) };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    gtk_accessible_update_relation (GTK_ACCESSIBLE (rows[i]), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY,
                                    self->verdict_label, NULL, -1);
}

void
bright_account_form_show_verdict (BrightAccountForm *self,
                                  const char *symbol,
                                  const char *field,
                                  const char *text)
{
  GtkWidget *const rows[] = { FORM_ROWS (self) };
  GtkWidget *wrong = find_row (self, field);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    mark (rows[i], rows[i] == wrong);
  gtk_widget_set_visible (self->verdict, symbol != NULL);
  gtk_label_set_label (self->verdict_label, text);
  if (symbol != NULL)
    gtk_stack_set_visible_child_name (self->verdict_symbols, symbol);
}
