/* Brightpearl's fixed lists, and what a private app is refused.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "practice-brightpearl-search.h"

#define COLUMN(label, kind)                                                                        \
  {                                                                                                \
    PRACTICE_DERIVED (label, kind, practice_read_json_cell)                                        \
  }

static const PracticeColumn nominal_code_columns[] = {
  COLUMN ("code", STRING),   COLUMN ("name", SEARCH_STRING), COLUMN ("type", IDSET),
  COLUMN ("bank", BOOLEAN),  COLUMN ("currencyId", INTEGER), COLUMN ("active", BOOLEAN),
  COLUMN ("id", IDSET),
};

static const PracticeColumn currency_columns[] = {
  COLUMN ("id", IDSET),
  COLUMN ("title", SEARCH_STRING),
  COLUMN ("code", STRING),
  COLUMN ("symbol", STRING),
  COLUMN ("exchangeRate", STRING),
  COLUMN ("isDefault", BOOLEAN),
  COLUMN ("exchangeRateVarianceNominalCode", STRING),
};

static gint64
entry_id (JsonObject *entry)
{
  const char *name = json_object_has_member (entry, "statusId") ? "statusId" : "id";

  return json_object_get_int_member_with_default (entry, name, 0);
}

void
practice_get_reference (PracticeWorld *world,
                        const PracticeRequest *request,
                        PracticeAnswer *answer)
{
  g_autofree char *path = g_strjoinv ("/", request->segments);
  JsonArray *list = practice_reference_list (world->account, path);
  g_autoptr (GArray) ids = NULL;
  JsonArray *chosen;

  if (list == NULL)
    {
      char *slash = strrchr (path, '/');

      *slash = '\0';
      list = practice_reference_list (world->account, path);
      ids = practice_id_set_read (slash + 1);
      if (ids == NULL)
        {
          practice_refuse (answer, 400, "CMNC-017", "'%s' is not a set of ids", slash + 1);
          return;
        }
    }
  chosen = json_array_new ();
  for (guint i = 0; i < json_array_get_length (list); i++)
    if (ids == NULL
        || practice_id_set_contains (ids, entry_id (json_array_get_object_element (list, i))))
      json_array_add_element (chosen, json_array_dup_element (list, i));
  if (json_array_get_length (chosen) > 0)
    practice_respond (answer, practice_array_node (chosen));
  else
    {
      practice_refuse (answer, 404, "CMNC-404", "Nothing found");
      json_array_unref (chosen);
    }
}

void
practice_get_account_configuration (PracticeWorld *world,
                                    const PracticeRequest *request,
                                    PracticeAnswer *answer)
{
  JsonArray *list
      = practice_reference_list (world->account, "integration-service/account-configuration");
  JsonObject *response = json_object_new ();

  json_object_set_member (response, "configuration", json_array_dup_element (list, 0));
  practice_respond (answer, practice_object_node (response));
}

void
practice_get_instance (PracticeWorld *world,
                       const PracticeRequest *request,
                       PracticeAnswer *answer)
{
  practice_refuse (answer, 404, "CMNC-404", "A private app has no integration instance");
}

void
practice_refuse_webhook (PracticeWorld *world,
                         const PracticeRequest *request,
                         PracticeAnswer *answer)
{
  practice_refuse (answer, 400, "INTC-064", "Webhooks are not available to this app");
}

static void
search_list (PracticeWorld *world,
             const PracticeSearch *search,
             const char *path,
             const PracticeRequest *request,
             PracticeAnswer *answer)
{
  JsonArray *list = practice_reference_list (world->account, path);
  g_autoptr (GPtrArray) records = g_ptr_array_new ();

  for (guint i = 0; i < json_array_get_length (list); i++)
    g_ptr_array_add (records, json_array_get_object_element (list, i));
  practice_search (world, search, records, request, answer);
}

void
practice_search_nominal_codes (PracticeWorld *world,
                               const PracticeRequest *request,
                               PracticeAnswer *answer)
{
  static const PracticeSearch search
      = { nominal_code_columns, G_N_ELEMENTS (nominal_code_columns), TRUE };

  search_list (world, &search, "accounting-service/nominal-code", request, answer);
}

void
practice_search_currencies (PracticeWorld *world,
                            const PracticeRequest *request,
                            PracticeAnswer *answer)
{
  static const PracticeSearch search
      = { currency_columns, G_N_ELEMENTS (currency_columns), TRUE };

  search_list (world, &search, "accounting-service/currency", request, answer);
}
