/* Who may ask the platforms for what.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "practice-access.h"

#include "bright-json.h"

struct _PracticeAccess
{
  gboolean is_valid[PRACTICE_N_PLATFORMS];
  GHashTable *scopes;   /* (element-type utf8) (nullable): all, if NULL */
  GHashTable *services; /* (element-type utf8) (nullable): the same for Brightpearl's services */
};

/* The scopes by path, the first that fits; `*` stands for one segment. */
static const struct
{
  const char *path;
  const char *scope;
  const char *other; /* (nullable): does as well */
} scopes[] = {
  { "v3/orders/*/transactions", "store_v2_transactions", NULL },
  { "v3/orders/*/payment_actions", "store_v2_orders", "store_v2_transactions" },
  { "v3/orders/payment_actions", "store_v2_orders", "store_v2_transactions" },
  { "*/orders", "store_v2_orders", NULL },
  { "v2/order_statuses", "store_v2_orders", NULL },
  { "*/customers", "store_v2_customers", NULL },
  { "v2/customer_groups", "store_v2_customers", NULL },
  { "v3/catalog", "store_v2_products", NULL },
  { "v2/products", "store_v2_products", NULL },
  { "v3/inventory/locations", "store_locations", NULL },
  { "v3/inventory", "store_inventory", NULL },
  { "v3/channels", "store_channel_settings", NULL },
  { "*/payments/methods", "store_payments_methods", NULL },
  { "v2/store", "store_v2_information", NULL },
  { "v2/time", "store_v2_information", NULL },
  { "v2/currencies", "store_v2_information", NULL },
  { "v2/tax_classes", "store_v2_information", NULL },
  { "v2/shipping", "store_v2_information", NULL },
  { "v3/settings", "store_v2_information", NULL },
  { "v3/tax", "store_v2_information", NULL },
};

PracticeAccess *
practice_access_new (void)
{
  PracticeAccess *access = g_new0 (PracticeAccess, 1);

  access->is_valid[PRACTICE_BIGCOMMERCE] = TRUE;
  access->is_valid[PRACTICE_BRIGHTPEARL] = TRUE;
  return access;
}

void
practice_access_free (PracticeAccess *access)
{
  g_clear_pointer (&access->scopes, g_hash_table_unref);
  g_clear_pointer (&access->services, g_hash_table_unref);
  g_free (access);
}

void
practice_access_set_valid (PracticeAccess *access, PracticePlatform platform, gboolean is_valid)
{
  access->is_valid[platform] = is_valid;
}

static void
set_granted (GHashTable **set, JsonArray *granted)
{
  g_clear_pointer (set, g_hash_table_unref);
  if (granted == NULL)
    return;
  *set = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < json_array_get_length (granted); i++)
    {
      const char *name = bright_json_get_string (json_array_get_element (granted, i), NULL);

      if (name != NULL)
        g_hash_table_add (*set, g_strdup (name));
    }
}

void
practice_access_set_scopes (PracticeAccess *access, JsonArray *granted)
{
  set_granted (&access->scopes, granted);
}

void
practice_access_set_services (PracticeAccess *access, JsonArray *granted)
{
  set_granted (&access->services, granted);
}

static gboolean
begins_with (char **segments, const char *path)
{
  while (*path != '\0')
    {
      gsize length = strcspn (path, "/");

      if (*segments == NULL
          || (path[0] != '*'
              && (strncmp (*segments, path, length) != 0 || (*segments)[length] != '\0')))
        return FALSE;
      path += length + (path[length] == '/');
      segments++;
    }
  return TRUE;
}

static gboolean
is_granted (const PracticeAccess *access, const char *scope, gboolean only_reads)
{
  g_autofree char *read_only = NULL;
  g_autofree char *read = NULL;

  if (scope == NULL)
    return FALSE;
  read_only = g_strconcat (scope, "_read_only", NULL);
  read = g_strconcat (scope, "_read", NULL);
  return g_hash_table_contains (access->scopes, scope)
         || (only_reads
             && (g_hash_table_contains (access->scopes, read_only)
                 || g_hash_table_contains (access->scopes, read)));
}

static gboolean
has_scope (const PracticeAccess *access, const char *method, char **segments)
{
  gboolean only_reads = strcmp (method, "GET") == 0 || strcmp (method, "HEAD") == 0;

  for (gsize i = 0; access->scopes != NULL && i < G_N_ELEMENTS (scopes); i++)
    if (begins_with (segments, scopes[i].path))
      return is_granted (access, scopes[i].scope, only_reads)
             || is_granted (access, scopes[i].other, only_reads);
  return TRUE;
}

static gboolean
refuse (PracticeAnswer *answer, guint status, const char *text)
{
  answer->status = status;
  answer->body = json_from_string (text, NULL);
  return FALSE;
}

static gboolean
check_bigcommerce (PracticeAccess *access,
                   SoupMessageHeaders *headers,
                   const char *method,
                   const char *hash,
                   char **segments,
                   PracticeAnswer *answer)
{
  const char *token = soup_message_headers_get_one (headers, "X-Auth-Token");

  if (g_strcmp0 (hash, PRACTICE_STORE_HASH) != 0)
    return refuse (answer, 404,
                   "{\"status\":404,\"title\":\"The store was not found\","
                   "\"type\":\"/api-docs/getting-started/api-status-codes\",\"errors\":{}}");
  if (!access->is_valid[PRACTICE_BIGCOMMERCE]
      || g_strcmp0 (token, PRACTICE_BIGCOMMERCE_TOKEN) != 0)
    return refuse (answer, 401,
                   "{\"status\":401,\"title\":\"X-Auth-Token header is required\","
                   "\"type\":\"/api-docs/getting-started/api-status-codes\",\"errors\":{}}");
  if (!has_scope (access, method, segments))
    return refuse (
        answer, 403,
        "{\"status\":403,\"title\":\"You don't have a required scope to access the endpoint\","
        "\"type\":\"https://developer.bigcommerce.com/api-docs/getting-started/"
        "api-status-codes\",\"errors\":{}}");
  return TRUE;
}

static gboolean
check_brightpearl (PracticeAccess *access,
                   SoupMessageHeaders *headers,
                   const char *account,
                   char **segments,
                   PracticeAnswer *answer)
{
  const char *app = soup_message_headers_get_one (headers, "brightpearl-app-ref");
  const char *token = soup_message_headers_get_one (headers, "brightpearl-account-token");

  if (token == NULL || token[0] == '\0')
    token = soup_message_headers_get_one (headers, "brightpearl-staff-token");
  if (g_strcmp0 (account, PRACTICE_ACCOUNT) != 0)
    return refuse (answer, 404,
                   "{\"errors\":[{\"code\":\"CMNC-404\",\"message\":\"No such account\"}]}");
  if (app == NULL || token == NULL || strcmp (app, PRACTICE_APP_REF) != 0)
    return refuse (answer, 401,
                   "{\"response\":\"Not authenticated. You must provide a valid authentication "
                   "token.\"}");
  if (!access->is_valid[PRACTICE_BRIGHTPEARL] || strcmp (token, PRACTICE_BRIGHTPEARL_TOKEN) != 0)
    return refuse (answer, 401, "{\"response\":\"Invalid instance token: abc=\"}");
  if (access->services != NULL && segments[0] != NULL
      && !g_hash_table_contains (access->services, segments[0]))
    return refuse (answer, 403,
                   "{\"response\":\"You do not have permission to access this resource.\"}");
  return TRUE;
}

gboolean
practice_access_check (PracticeAccess *access,
                       PracticePlatform platform,
                       SoupMessageHeaders *headers,
                       const char *method,
                       const char *place,
                       char **segments,
                       PracticeAnswer *answer)
{
  return platform == PRACTICE_BIGCOMMERCE
             ? check_bigcommerce (access, headers, method, place, segments, answer)
             : check_brightpearl (access, headers, place, segments, answer);
}
