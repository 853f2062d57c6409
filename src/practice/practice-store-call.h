/* One request to the BigCommerce half of the practice store.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A route names a method and a path; `{order}` in it is looked up before the
 * handler runs, `{id}` is any other number.
 */
#pragma once

#include "practice-store.h"

G_BEGIN_DECLS

typedef struct
{
  PracticeWorld *world;
  PracticeStore *store;
  const PracticeRequest *request;
  PracticeAnswer *answer;
  PracticeStoreOrder *order; /* (nullable): what {order} stands for */
  gint64 id;                 /* the last {id}; 0 if there is none */
} PracticeCall;

typedef void (*PracticeHandler) (PracticeCall *call);

typedef struct
{
  const char *method;
  const char *path;
  PracticeHandler handler;
} PracticeRoute;

/* Each ends with a row of NULL. */
extern const PracticeRoute practice_bigcommerce_order_routes[];
extern const PracticeRoute practice_bigcommerce_order_write_routes[];
extern const PracticeRoute practice_bigcommerce_order_part_routes[];
extern const PracticeRoute practice_bigcommerce_shipment_routes[];
extern const PracticeRoute practice_bigcommerce_transaction_routes[];
extern const PracticeRoute practice_bigcommerce_refund_routes[];
extern const PracticeRoute practice_bigcommerce_metafield_routes[];
extern const PracticeRoute practice_bigcommerce_customer_routes[];
extern const PracticeRoute practice_bigcommerce_catalog_routes[];
extern const PracticeRoute practice_bigcommerce_inventory_routes[];
extern const PracticeRoute practice_bigcommerce_setting_routes[];
extern const PracticeRoute practice_store_control_routes[];
extern const PracticeRoute practice_store_control_edit_routes[];

/* Runs the handler that fits; %FALSE if there is none. @n_skipped segments are not looked at. */
gboolean practice_call_dispatch (PracticeCall *call, const PracticeRoute *const *tables);

/* Leave an answer behind; @object and @array are taken over. */
void practice_call_answer_object (PracticeCall *call, guint status, JsonObject *object);
void practice_call_answer_array (PracticeCall *call, guint status, JsonArray *array);
void practice_call_answer_nothing (PracticeCall *call);
/* V3: {"data": ..., "meta": {}}. */
void practice_call_answer_data (PracticeCall *call, guint status, JsonObject *data);
/* An error in the shape of the path's family. */
void practice_call_fail (PracticeCall *call, guint status, const char *message);
void practice_call_fail_format (PracticeCall *call, guint status, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

/* One page of a list. */
typedef struct
{
  guint total;
  guint page;
  guint limit;
  guint first;
  guint count;
} PracticePage;

typedef JsonObject *(*PracticeRender) (PracticeCall *call, gpointer item);

/* Answers one page of @items as the path's family does it: V2 a bare array, or
 * nothing at all when it would be empty; V3 an object with data and meta. */
void practice_call_answer_list (PracticeCall *call,
                                GPtrArray *items,
                                PracticeRender render,
                                guint maximum);
/* %FALSE after an answer, when the limit is above the V2 maximum. */
gboolean practice_call_page (PracticeCall *call, guint total, guint maximum, PracticePage *page);

/* (nullable): a query parameter. */
const char *practice_call_query (PracticeCall *call, const char *name);
gint64 practice_call_query_integer (PracticeCall *call, const char *name, gint64 fallback);
/* (transfer full) (nullable): the comma-separated values of @name in lower case; %NULL if absent.
 */
GHashTable *practice_call_query_set (PracticeCall *call, const char *name);
/* %TRUE if there is no @set or @text, without its case, is in it. */
gboolean practice_call_set_allows (GHashTable *set, const char *text);
gboolean practice_call_set_allows_id (GHashTable *set, gint64 id);
/* Keeps of @object only what include_fields and exclude_fields let pass. */
void practice_call_choose_fields (PracticeCall *call, JsonObject *object);
/* How orders are to be written, as the query and the knobs want it. */
guint practice_call_rendering (PracticeCall *call);

G_END_DECLS
