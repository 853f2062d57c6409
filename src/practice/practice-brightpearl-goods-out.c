/* Brightpearl's goods-out notes: reading, searching and showing them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "practice-brightpearl-goods-out.h"

#include "practice-brightpearl-search.h"

#define MEMBER(label, kind, field) PRACTICE_MEMBER (PracticeGoodsOut, label, kind, field)
#define DERIVED(label, kind, reader) PRACTICE_DERIVED (label, kind, reader)
#define MOST_IDS 500
/* From this quantity on goods come from two places of the warehouse. */
#define SPLIT_QUANTITY 4

static void
add_entry (JsonArray *entries, const PracticeGoodsOutLine *line, gint64 quantity, gint64 location)
{
  JsonObject *entry = json_object_new ();

  json_object_set_int_member (entry, "productId", line->product_id);
  json_object_set_int_member (entry, "quantity", quantity);
  json_object_set_int_member (entry, "locationId", location);
  json_array_add_object_element (entries, entry);
}

static JsonObject *
rows_view (const PracticeGoodsOut *note)
{
  JsonObject *rows = json_object_new ();

  for (guint i = 0; i < note->lines->len; i++)
    {
      const PracticeGoodsOutLine *line = &g_array_index (note->lines, PracticeGoodsOutLine, i);
      JsonArray *entries = json_array_new ();
      char id[24];

      if (line->quantity >= SPLIT_QUANTITY)
        add_entry (entries, line, line->quantity / 2, 3);
      add_entry (entries, line,
                 line->quantity >= SPLIT_QUANTITY ? line->quantity - line->quantity / 2
                                                  : line->quantity,
                 2);
      g_snprintf (id, sizeof id, "%" G_GINT64_FORMAT, line->row_id);
      json_object_set_array_member (rows, id, entries);
    }
  return rows;
}

static JsonObject *
status_view (PracticeAccount *account, const PracticeGoodsOut *note)
{
  const struct
  {
    const char *flag;
    const char *moment_name;
    const char *owner_name;
    gint64 moment;
  } states[] = {
    { "shipped", "shippedOn", "shippedById", note->shipped_on },
    { "packed", "packedOn", "packedById", note->packed_on },
    { "picked", "pickedOn", "pickedById", note->picked_on },
    { "printed", "printedOn", "printedById", note->printed_on },
  };
  JsonObject *status = json_object_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
    {
      json_object_set_boolean_member (status, states[i].flag, states[i].moment != 0);
      practice_set_time (status, states[i].moment_name, states[i].moment, account->zone);
      practice_set_id (status, states[i].owner_name,
                       states[i].moment != 0 ? PRACTICE_OWNER_ID : 0);
    }
  return status;
}

static JsonObject *
shipping_view (const PracticeGoodsOut *note)
{
  JsonObject *shipping = json_object_new ();

  practice_set_text (shipping, "reference", note->reference);
  practice_set_id (shipping, "boxes", note->boxes);
  practice_set_id (shipping, "shippingMethodId", note->shipping_method_id);
  return shipping;
}

JsonObject *
practice_goods_out_view (PracticeAccount *account, const PracticeGoodsOut *note)
{
  JsonObject *view = json_object_new ();

  json_object_set_int_member (view, "orderId", note->order_id);
  json_object_set_int_member (view, "warehouseId", note->warehouse_id);
  json_object_set_boolean_member (view, "transfer", FALSE);
  json_object_set_boolean_member (view, "priority", note->priority);
  json_object_set_object_member (view, "status", status_view (account, note));
  json_object_set_object_member (view, "shipping", shipping_view (note));
  practice_set_time (view, "releaseDate", note->release_date, account->zone);
  practice_set_time (view, "createdOn", note->record.created_on, account->zone);
  json_object_set_int_member (view, "createdBy", note->created_by);
  json_object_set_object_member (view, "orderRows", rows_view (note));
  json_object_set_int_member (view, "sequence", 1);
  json_object_set_array_member (view, "events", json_array_ref (note->events));
  json_object_set_int_member (view, "lastEventVersion", note->event_version);
  return view;
}

/* (nullable): the notes that the path names by orders, by their own ids, or by both. */
static GPtrArray *
select_notes (PracticeWorld *world, const PracticeRequest *request, PracticeAnswer *answer)
{
  const char *orders = practice_segment (request, 2);
  const char *ids = practice_segment (request, 5);
  g_autoptr (GArray) order_ids = NULL;
  g_autoptr (GPtrArray) notes = NULL;

  if (g_strcmp0 (orders, "*") != 0)
    {
      order_ids = practice_id_set_read (orders);
      if (order_ids == NULL || practice_id_set_size (order_ids) > MOST_IDS)
        {
          practice_refuse (answer, 400, "CMNC-019", "'%s' is not a set of %d orders at most",
                           orders, MOST_IDS);
          return NULL;
        }
    }
  notes = practice_select (world, &world->account->goods_out_notes, ids, MOST_IDS, answer);
  for (guint i = notes != NULL ? notes->len : 0; order_ids != NULL && i > 0; i--)
    if (!practice_id_set_contains (order_ids,
                                   ((PracticeGoodsOut *) notes->pdata[i - 1])->order_id))
      g_ptr_array_remove_index_fast (notes, i - 1);
  return g_steal_pointer (&notes);
}

static void
answer_notes (PracticeWorld *world,
              gboolean drop_ship,
              const PracticeRequest *request,
              PracticeAnswer *answer)
{
  g_autoptr (GPtrArray) notes = select_notes (world, request, answer);
  JsonObject *response;

  if (notes == NULL)
    return;
  response = json_object_new ();
  for (guint i = 0; i < notes->len; i++)
    {
      const PracticeGoodsOut *note = notes->pdata[i];
      char id[24];

      if (note->drop_ship != drop_ship)
        continue;
      g_snprintf (id, sizeof id, "%" G_GINT64_FORMAT, note->record.id);
      json_object_set_object_member (response, id, practice_goods_out_view (world->account, note));
    }
  if (json_object_get_size (response) > 0)
    practice_respond (answer, practice_object_node (response));
  else
    {
      practice_refuse (answer, 404, "CMNC-404", "No goods note found");
      json_object_unref (response);
    }
}

void
practice_get_goods_out (PracticeWorld *world,
                        const PracticeRequest *request,
                        PracticeAnswer *answer)
{
  answer_notes (world, FALSE, request, answer);
}

void
practice_get_drop_ship (PracticeWorld *world,
                        const PracticeRequest *request,
                        PracticeAnswer *answer)
{
  answer_notes (world, TRUE, request, answer);
}

static void
read_state (PracticeAccount *account,
            gconstpointer record,
            const PracticeColumn *column,
            guint alternative,
            PracticeCell *cell)
{
  const PracticeGoodsOut *note = record;

  cell->number = strcmp (column->name, "printed") == 0  ? note->printed_on != 0
                 : strcmp (column->name, "picked") == 0 ? note->picked_on != 0
                 : strcmp (column->name, "packed") == 0 ? note->packed_on != 0
                                                        : note->shipped_on != 0;
}

static void
read_false (PracticeAccount *account,
            gconstpointer record,
            const PracticeColumn *column,
            guint alternative,
            PracticeCell *cell)
{
  cell->number = FALSE;
}

static const PracticeColumn columns[] = {
  { MEMBER ("goodsOutNoteId", INTEGER, record.id) },
  { DERIVED ("printed", BOOLEAN, read_state) },
  { DERIVED ("picked", BOOLEAN, read_state) },
  { DERIVED ("packed", BOOLEAN, read_state) },
  { DERIVED ("shipped", BOOLEAN, read_state) },
  { MEMBER ("shippedOn", PERIOD, shipped_on) },
  { MEMBER ("orderId", INTEGER, order_id) },
  { MEMBER ("shippingMethodId", IDSET, shipping_method_id), .zero_is_null = TRUE },
  { MEMBER ("warehouseId", INTEGER, warehouse_id) },
  { MEMBER ("priority", BOOLEAN, priority) },
  { MEMBER ("createdOn", PERIOD, record.created_on) },
  { MEMBER ("releaseDate", PERIOD, release_date) },
  { MEMBER ("createdBy", INTEGER, created_by) },
  { DERIVED ("labelUri", STRING, practice_read_nothing) },
  { MEMBER ("channelId", INTEGER, channel_id), .zero_is_null = TRUE },
  { DERIVED ("transfer", BOOLEAN, read_false) },
};

static gboolean
is_goods_out (gconstpointer record)
{
  return !((const PracticeGoodsOut *) record)->drop_ship;
}

void
practice_search_goods_out (PracticeWorld *world,
                           const PracticeRequest *request,
                           PracticeAnswer *answer)
{
  static const PracticeSearch search
      = { columns, G_N_ELEMENTS (columns), .includes = is_goods_out };

  practice_search (world, &search, world->account->goods_out_notes.records, request, answer);
}
