"""The documents that are measured."""

from __future__ import annotations

ITEM = """edges { node { id name slug thumbnail(size: 256, format: WEBP) { url alt } category { name }
    pricing { priceRange { start { gross { amount currency } } stop { gross { amount currency } } } } } } pageInfo { endCursor hasNextPage }"""
LIST = f'query List {{ products(first: 24, channel: "citizen") {{ {ITEM} }} }}'
CATEGORY = f"""query Category($category: ID!, $after: String) {{
    products(first: 24, after: $after, channel: "citizen", filter: {{categories: [$category]}},
             sortBy: {{field: MINIMAL_PRICE, direction: ASC}}) {{ {ITEM} }} }}"""
SEARCH = f'query Search($word: String!) {{ products(first: 24, channel: "citizen", search: $word) {{ {ITEM} }} }}'
PRODUCT = """query Product($slug: String!) { product(slug: $slug, channel: "citizen") {
    id name slug description seoTitle seoDescription category { id name slug } media { url(size: 1024, format: WEBP) alt type }
    attributes { attribute { name slug } values { name slug } }
    pricing { priceRange { start { gross { amount currency } net { amount } } stop { gross { amount currency } } } }
    variants { id name sku quantityAvailable attributes { attribute { name } values { name } }
        pricing { price { gross { amount currency } net { amount } } priceUndiscounted { gross { amount currency } } } } } }"""
CHECKOUT = "checkout { id totalPrice { gross { amount } } } errors { field code message }"
ORDER_FLOW = {
    "create": f"""mutation Create($lines: [CheckoutLineInput!]!) {{
        checkoutCreate(input: {{channel: "citizen", lines: $lines}}) {{ {CHECKOUT} }} }}""",
    "shipping": f"""mutation Shipping($id: ID, $address: AddressInput!) {{
        checkoutShippingAddressUpdate(id: $id, shippingAddress: $address) {{ {CHECKOUT} }} }}""",
    "billing": f"""mutation Billing($id: ID, $address: AddressInput!) {{
        checkoutBillingAddressUpdate(id: $id, billingAddress: $address) {{ {CHECKOUT} }} }}""",
    "email": f"mutation Email($id: ID, $email: String!) {{ checkoutEmailUpdate(id: $id, email: $email) {{ {CHECKOUT} }} }}",
    "options": "mutation Options($id: ID!) { deliveryOptionsCalculate(id: $id) { deliveries { id } errors { field code message } } }",
    "delivery": f"mutation Delivery($id: ID, $method: ID) {{ checkoutDeliveryMethodUpdate(id: $id, deliveryMethodId: $method) {{ {CHECKOUT} }} }}",
    "complete": """mutation Complete($id: ID) {
        checkoutComplete(id: $id) { order { id number total { gross { amount } } } errors { field code message } } }""",
}
