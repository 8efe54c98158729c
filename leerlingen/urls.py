app_name = "leerlingen"
urlpatterns: list = []
