/* Telling text that was translated from text that was not.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pseudo-words.h"

#include "bright-json.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <json-glib/json-glib.h>
#include <locale.h>

#define LOCALE "en_GB.UTF-8"
#define CANNOT_BE_MADE 77

struct _PseudoWords
{
  char *folder;
  GHashTable *data;
};

/* Names in the practice store's Brightpearl account that are more than one word, and are no words
 * for people anywhere else. */
static const char *const phrases[] = {
  "Main warehouse",
  "Shop floor",
  "Web store",
  "Spring fair",
  "Old fairs",
  "Sales team",
  "Business type",
  "Customer message",
  "Shop note",
  "Standard rate",
  "Reduced rate",
  "Zero rated",
  "Outside the scope of tax",
  "Royal Mail 48",
  "Gift card",
  "Gift certificates",
  "Store credit",
  "Cash",
  "Bank current account",
  "Discounts given",
  "Shipping charged",
  "Rounding corrections",
  "Sales export",
  "Sales",
  "New web order",
  "New phone order",
  "Old web order",
  "Draft / Quote",
  "Ready to ship",
  "On hold",
  "Placed with supplier",
  "New sales credit",
  "Pounds sterling",
  "Credit Card",
  "Bank Deposit",
  "Manual",
  "Part shipped",
  "Part fulfilled",
  "Partially paid",
};

static const char *const names[] = {
  "BigCommerce", "Brightpearl", "Stripe",    "PayPal",  "Euro",      "Europe",     "London",
  "Retail",      "Trade",       "Wholesale", "Web",     "Phone",     "Cost",       "Global",
  "https",       "http",        "Invoiced",  "Shipped", "Cancelled", "Collection", "Courier",
  "VAT",         "GBP",         "EUR",       "UTC",
};

/* Calls back with every run of letters in @text, until that returns %FALSE. */
typedef gboolean (*EachWord) (const char *word, gpointer data);

static void
for_each_word (const char *text, EachWord each, gpointer data)
{
  g_autoptr (GRegex) letters = g_regex_new ("\\p{L}+", G_REGEX_OPTIMIZE, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *composed = g_utf8_normalize (text, -1, G_NORMALIZE_DEFAULT_COMPOSE);

  for (g_regex_match (letters, composed, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      g_autofree char *word = g_match_info_fetch (match, 0);

      if (!each (word, data))
        return;
    }
}

/* E-mail addresses have the names of people without accents and in small letters. */
static char *
fold (const char *word)
{
  g_autofree char *plain = g_str_to_ascii (word, "C");

  return g_ascii_strdown (plain, -1);
}

static gboolean
learn_word (const char *word, gpointer data)
{
  g_hash_table_add (data, fold (word));
  return TRUE;
}

static void
learn_node (PseudoWords *words, JsonNode *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      g_autoptr (GList) values = json_object_get_values (json_node_get_object (node));

      for (GList *value = values; value != NULL; value = value->next)
        learn_node (words, value->data);
    }
  else if (JSON_NODE_HOLDS_ARRAY (node))
    {
      g_autoptr (GList) values = json_array_get_elements (json_node_get_array (node));

      for (GList *value = values; value != NULL; value = value->next)
        learn_node (words, value->data);
    }
  else if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    for_each_word (json_node_get_string (node), learn_word, words->data);
}

void
pseudo_words_learn (PseudoWords *words, Practice *practice)
{
  static const char *const lists[]
      = { "brightpearl/products", "brightpearl/contacts", "brightpearl/addresses" };
  g_autoptr (JsonArray) orders = practice_list (practice, "bigcommerce/orders");

  /* The rest of what is told of an order is no name. */
  for (guint i = 0; i < json_array_get_length (orders); i++)
    for_each_word (bright_json_get_string (json_array_get_element (orders, i), "email"), learn_word,
                   words->data);
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr (JsonNode) list = practice_call (practice, "GET", lists[i], NULL);

      learn_node (words, list);
    }
}

PseudoWords *
pseudo_words_speak (void)
{
  g_autofree char *folder = g_dir_make_tmp ("brightconnect-pseudo-XXXXXX", NULL);
  const char *const command[] = { PSEUDO_PROGRAM, folder, NULL };
  g_autoptr (GSubprocess) process = g_subprocess_newv (command, G_SUBPROCESS_FLAGS_NONE, NULL);
  PseudoWords *words;

  g_assert_nonnull (folder);
  g_assert_nonnull (process);
  g_assert_true (g_subprocess_wait (process, NULL, NULL));
  words = g_new0 (PseudoWords, 1);
  words->folder = g_steal_pointer (&folder);
  words->data = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (g_subprocess_get_exit_status (process) == CANNOT_BE_MADE)
    {
      pseudo_words_free (words);
      return NULL;
    }
  g_assert_true (g_subprocess_get_successful (process));
  g_setenv ("LOCPATH", words->folder, TRUE);
  g_setenv ("LC_ALL", LOCALE, TRUE);
  g_setenv ("LANGUAGE", "xx", TRUE);
  g_assert_nonnull (setlocale (LC_ALL, ""));
  bindtextdomain (GETTEXT_PACKAGE, words->folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    learn_word (names[i], words->data);
  return words;
}

void
pseudo_words_free (PseudoWords *words)
{
  const char *const command[] = { "rm", "-r", words->folder, NULL };
  g_autoptr (GSubprocess) process = g_subprocess_newv (command, G_SUBPROCESS_FLAGS_NONE, NULL);

  if (process != NULL)
    g_subprocess_wait (process, NULL, NULL);
  g_hash_table_unref (words->data);
  g_free (words->folder);
  g_free (words);
}

/* What stands outside of all brackets. */
static char *
remove_translated (const char *text)
{
  GString *rest = g_string_new (NULL);
  guint depth = 0;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      if (letter == 0x27e6)
        depth++;
      else if (letter == 0x27e7 && depth > 0)
        depth--;
      else if (depth == 0)
        g_string_append_unichar (rest, letter);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (phrases); i++)
    g_string_replace (rest, phrases[i], "", 0);
  return g_string_free (rest, FALSE);
}

typedef struct
{
  PseudoWords *words;
  char *foreign;
} Search;

static gboolean
check_word (const char *word, gpointer data)
{
  Search *search = data;
  g_autofree char *folded = fold (word);

  /* One letter is a part of a code such as T20, or the sign of a currency. */
  if (g_utf8_strlen (word, -1) > 1 && !g_hash_table_contains (search->words->data, folded))
    search->foreign = g_strdup (word);
  return search->foreign == NULL;
}

char *
pseudo_words_find_foreign (PseudoWords *words, const char *text)
{
  g_autofree char *rest = remove_translated (text);
  Search search = { words, NULL };

  for_each_word (rest, check_word, &search);
  return search.foreign;
}
